import { expect, test } from 'vitest';
import { timeLeft, windowState } from './window-state.ts';

const until = '2026-11-21T12:00:00.000Z';
const minutesBefore = (minutes: number) => Date.parse(until) - minutes * 60_000;

test.each([
  [minutesBefore(24 * 60), { kind: 'open', minutes: 1440 }],
  [minutesBefore(121), { kind: 'open', minutes: 121 }],
  [minutesBefore(120), { kind: 'closing', minutes: 120 }],
  [minutesBefore(0.5), { kind: 'closing', minutes: 1 }],
  [minutesBefore(0), { kind: 'closed', minutes: 0 }],
  [minutesBefore(-60), { kind: 'closed', minutes: 0 }],
])('the window warns in its last two hours and is closed at its end', (now, expected) => {
  expect(windowState(until, now)).toEqual(expected);
});

test('who never wrote has no window, and what is left reads as people say it', () => {
  expect(windowState(null, 0).kind).toBe('never');
  expect([1, 59, 60, 65, 130, 185, 1440].map(timeLeft)).toEqual([
    '1 min',
    '59 min',
    '1 h',
    '1 h 05',
    '2 h 10',
    '3 h',
    '24 h',
  ]);
});
