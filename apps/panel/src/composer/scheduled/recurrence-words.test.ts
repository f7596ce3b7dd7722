import { expect, test } from 'vitest';
import { localInput, presetTimes, proposedTime } from './recurrence-words.ts';

test('the time proposed is a full quarter, between 45 minutes and an hour from now', () => {
  for (const minute of [0, 1, 14, 15, 29, 44, 59]) {
    const now = new Date(2026, 10, 21, 10, minute, 30);
    const minutes = (proposedTime(now).getTime() - now.getTime()) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(45);
    expect(minutes).toBeLessThanOrEqual(60);
    expect(proposedTime(now).getMinutes() % 15).toBe(0);
  }
});

test('next Monday is after today, on a Monday too', () => {
  for (let day = 16; day <= 23; day += 1) {
    const now = new Date(2026, 10, day, 10);
    const { monday, tomorrow } = presetTimes(now);
    expect(monday.getDay()).toBe(1);
    expect(monday.getTime()).toBeGreaterThan(now.getTime());
    expect(monday.getTime() - now.getTime()).toBeLessThanOrEqual(7 * 86_400_000);
    expect(tomorrow.getDate()).toBe(day + 1);
  }
});

test('what an input is given comes back as the same minute', () => {
  const time = new Date(2026, 0, 5, 7, 3);
  expect(new Date(localInput(time)).getTime()).toBe(time.getTime());
});
