import type { BusinessHours, HourSpan } from '@balcao/contract';
import { holidayOn } from './holidays.ts';
import { hoursOf } from './open-spans.ts';

export interface HoursOfDate {
  /** None: closed. */
  readonly spans: readonly HourSpan[];
  /** What day it is, where it is one of its own. */
  readonly name: string | null;
}

/** When people answer on a date, for whoever tells it. Where they always do, the spans say nothing. */
export function hoursOn(hours: BusinessHours, date: string): HoursOfDate {
  const own = hours.dates.findLast((one) => one.date === date)?.name;
  return { spans: hoursOf(hours, date), name: own || (holidayOn(date, hours) ?? null) };
}
