import type { BusinessHours } from '@balcao/contract';
import { openSpans } from './open-spans.ts';

/** When so many minutes of open time have passed since `at`; null when they do not pass within a year. What is due at closing time is due then. */
export function dueAfter(hours: BusinessHours, timeZone: string, at: Date, minutes: number): Date | null {
  let left = Math.max(0, minutes) * 60_000;
  for (const { from, to } of openSpans(hours, timeZone, at)) {
    const start = Math.max(from, at.getTime());
    if (start >= to) continue;
    if (left <= to - start) return new Date(start + left);
    left -= to - start;
  }
  return null;
}
