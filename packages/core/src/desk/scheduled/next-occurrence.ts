import type { Recurrence } from '@balcao/contract';
import { instantOf, type WallTime, wallTimeOf } from '@balcao/kernel';

const DAY_MS = 86_400_000;
/** Nothing that comes again stays away for longer: a fifth week's day, a leap day. */
const LOOKED_AT_MOST = 3_000;

/** A calendar day as a count of days, whatever the clock. */
const dayNumber = ({ year, month, day }: WallTime): number => Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
const weekdayOf = (dayCount: number): number => (dayCount + 4) % 7; // the first day of 1970 was a Thursday

function onDay(dayCount: number, clock: WallTime): WallTime {
  const date = new Date(dayCount * DAY_MS);
  return { ...clock, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Is this day one of them? Counted from the first occurrence's day. */
function falls(first: WallTime, rule: Recurrence, dayCount: number): boolean {
  const start = dayNumber(first);
  if (rule.every === 'day') return (dayCount - start) % rule.interval === 0;
  if (rule.every === 'week') {
    const weekStart = start - weekdayOf(start);
    const days = rule.weekdays ?? [weekdayOf(start)];
    return Math.floor((dayCount - weekStart) / 7) % rule.interval === 0 && days.includes(weekdayOf(dayCount));
  }
  const { year, month, day } = onDay(dayCount, first);
  const months = (year - first.year) * 12 + (month - first.month);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  // The 31st of a month that has none is its last day.
  return months % rule.interval === 0 && day === Math.min(first.day, last);
}

/**
 * The first occurrence after an instant, at the first one's time of day by the place's clock. Undefined when there is none any
 * more. Pure.
 */
export function nextOccurrence(
  firstAt: Date,
  rule: Recurrence | null,
  done: { readonly after: Date; readonly occurrences: number },
  timeZone: string,
): Date | undefined {
  if (rule === null || (rule.times !== null && done.occurrences >= rule.times)) return undefined;
  const first = wallTimeOf(firstAt, timeZone);
  const from = Math.max(dayNumber(first), dayNumber(wallTimeOf(done.after, timeZone)));
  const until = rule.until === null ? undefined : new Date(rule.until);
  for (let dayCount = from; dayCount < from + LOOKED_AT_MOST; dayCount++) {
    if (!falls(first, rule, dayCount)) continue;
    const at = instantOf(onDay(dayCount, first), timeZone);
    if (at <= done.after || at <= firstAt) continue;
    return until !== undefined && at > until ? undefined : at;
  }
  return undefined;
}
