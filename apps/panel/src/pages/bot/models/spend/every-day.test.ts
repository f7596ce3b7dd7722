import { expect, test } from 'vitest';
import { everyDay } from './every-day.ts';

test('a day of which nothing is kept cost nothing, and the days stand in a row over the end of a month', () => {
  const days = everyDay([{ day: '2026-12-01', costMicros: 5 }], '2026-12-02', 4);
  expect(days).toEqual([
    { day: '2026-11-29', costMicros: 0 },
    { day: '2026-11-30', costMicros: 0 },
    { day: '2026-12-01', costMicros: 5 },
    { day: '2026-12-02', costMicros: 0 },
  ]);
});
