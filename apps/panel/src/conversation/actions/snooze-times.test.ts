import { expect, test } from 'vitest';
import { snoozeTimes } from './snooze-times.ts';

const keys = (now: Date) => snoozeTimes(now).map((time) => time.key);

test('a time that is over or nearly here is not offered, and no time twice', () => {
  expect(keys(new Date(2026, 10, 18, 10))).toEqual([
    'inAnHour',
    'thisAfternoon',
    'tonight',
    'tomorrow',
    'monday',
    'nextWeek',
  ]);
  expect(keys(new Date(2026, 10, 18, 17))).toEqual(['inAnHour', 'tomorrow', 'monday', 'nextWeek']);
  // A Sunday: tomorrow is Monday. A Monday: Monday is in a week.
  expect(keys(new Date(2026, 10, 22, 17))).toEqual(['inAnHour', 'tomorrow', 'nextWeek']);
  expect(keys(new Date(2026, 10, 23, 17))).toEqual(['inAnHour', 'tomorrow', 'monday']);
});

test('every time lies ahead, in the hours of work', () => {
  const now = new Date(2026, 11, 31, 23, 30);
  for (const { key, until } of snoozeTimes(now)) {
    expect(until.getTime()).toBeGreaterThan(now.getTime());
    if (key !== 'inAnHour') expect([9, 14, 18]).toContain(until.getHours());
  }
});
