export const periods = ['today', 'days7', 'days30'] as const;
export type Period = (typeof periods)[number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const days: Readonly<Record<Period, number>> = { today: 1, days7: 7, days30: 30 };

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Whole days of the one who looks, up to the end of this hour: asked again when the hour is over, not with every glance. */
export function spanOf(period: Period, now: Date): { readonly now: Span; readonly before: Span } {
  const to = Math.floor(now.getTime() / HOUR) * HOUR + HOUR;
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const from = midnight - (days[period] - 1) * DAY;
  const back = days[period] * DAY;
  const iso = (time: number) => new Date(time).toISOString();
  return { now: { from: iso(from), to: iso(to) }, before: { from: iso(from - back), to: iso(to - back) } };
}
