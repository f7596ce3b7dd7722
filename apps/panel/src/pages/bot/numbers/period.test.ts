import { expect, test } from 'vitest';
import { spanOf } from './period.ts';

const length = ({ from, to }: { from: string; to: string }) => Date.parse(to) - Date.parse(from);

test('a period is compared with one of the same length, right before it', () => {
  for (const period of ['today', 'days7', 'days30'] as const) {
    const { now, before } = spanOf(period, new Date(2026, 10, 21, 9, 41));
    expect(length(before)).toBe(length(now));
    expect(Date.parse(before.from)).toBeLessThan(Date.parse(now.from));
    expect(Date.parse(before.to)).toBeLessThanOrEqual(Date.parse(now.to) - 86_400_000);
  }
});

test('within an hour the same is asked, so that nothing is read anew', () => {
  expect(spanOf('days7', new Date(2026, 10, 21, 9, 1))).toEqual(spanOf('days7', new Date(2026, 10, 21, 9, 59)));
  expect(new Date(spanOf('today', new Date(2026, 10, 21, 9, 41)).now.from).getHours()).toBe(0);
});
