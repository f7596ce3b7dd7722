import { type BusinessHours, type HourSpan, weekDays } from '@balcao/contract';
import { instantOf, wallTimeOf } from '@balcao/kernel';
import { addDays, weekdayOf } from './days.ts';
import { holidayOn } from './holidays.ts';

/** From an instant on, until another that is not part of it; milliseconds. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

/** Nobody opens again after that long: a company that is closed every day would be looked through for ever. */
export const LOOKED_DAYS = 400;

/** When people answer, from the day before `at` on (an evening may reach into the morning), joined where they touch. */
export function* openSpans(hours: BusinessHours, timeZone: string, at: Date): Generator<OpenSpan> {
  if (hours.always) {
    yield { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
    return;
  }
  const never =
    weekDays.every((day) => hours.week[day].length === 0) && hours.dates.every(({ spans }) => spans.length === 0);
  if (never) return;
  const today = dateAt(at, timeZone);
  let held: OpenSpan | undefined;
  for (let day = -1; day <= LOOKED_DAYS; day++) {
    for (const span of spansOfDay(hours, timeZone, addDays(today, day))) {
      if (held !== undefined && span.from <= held.to) held = { from: held.from, to: Math.max(held.to, span.to) };
      else {
        if (held !== undefined) yield held;
        held = span;
      }
    }
  }
  if (held !== undefined) yield held;
}

export function dateAt(at: Date, timeZone: string): string {
  const { year, month, day } = wallTimeOf(at, timeZone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function spansOfDay(hours: BusinessHours, timeZone: string, date: string): OpenSpan[] {
  return hoursOf(hours, date)
    .map(({ from, to }) => ({
      from: instantAt(date, from, timeZone),
      to: instantAt(to > from ? date : addDays(date, 1), to, timeZone),
    }))
    .filter((span) => span.to > span.from)
    .sort((one, other) => one.from - other.from);
}

/** A date's own hours win; then a holiday is closed; then it is as every week. */
export function hoursOf(hours: BusinessHours, date: string): readonly HourSpan[] {
  const own = hours.dates.findLast((one) => one.date === date);
  if (own !== undefined) return own.spans;
  if (holidayOn(date, hours) !== undefined) return [];
  const day = weekDays[weekdayOf(date)];
  return day === undefined ? [] : hours.week[day];
}

function instantAt(date: string, clock: string, timeZone: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return instantOf({ year, month, day, hour, minute, second: 0 }, timeZone).getTime();
}
