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
  const times = snoozeTimes(now);
  expect(times.every(({ until }) => until.getTime() > now.getTime())).toBe(true);
  expect(times.slice(1).map(({ until }) => until.getHours())).toEqual([9, 9, 9]);
});
