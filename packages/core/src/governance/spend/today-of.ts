import { dateAt } from '../hours/open-spans.ts';

/** The day on the calendar of the company, which is what its budget is for. */
export const todayOf = ({ timeZone }: { readonly timeZone: string }, now: Date): string => dateAt(now, timeZone);
