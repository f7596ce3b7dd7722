import { uuidFloor } from '@balcao/kernel';

export type Cadence = 'month' | 'day';

export interface Period {
  /** 2026_11 or 2026_11_21: what the partition's name ends with. */
  readonly suffix: string;
  readonly from: Date;
  readonly to: Date;
}

/** Every partitioned table goes by the month but these. */
const byDay = new Set(['receipts']);
export const cadenceOf = (table: string): Cadence => (byDay.has(table) ? 'day' : 'month');

/** UTC, like the ids: a month begins at the same instant for everybody. */
export function periodOf(at: Date, cadence: Cadence, offset = 0): Period {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const start = (n: number) =>
    cadence === 'month' ? new Date(Date.UTC(year, month + n, 1)) : new Date(Date.UTC(year, month, day + n));
  const from = start(offset);
  const suffix = from
    .toISOString()
    .slice(0, cadence === 'month' ? 7 : 10)
    .replaceAll('-', '_');
  return { suffix, from, to: start(offset + 1) };
}

/** Made ahead, so that no row waits for a partition: a quarter, or a week. */
export function periodsAhead(now: Date, cadence: Cadence): Period[] {
  const [first, last] = cadence === 'month' ? [-1, 3] : [-1, 7];
  return Array.from({ length: last - first + 1 }, (_, n) => periodOf(now, cadence, first + n));
}

/** The bound of a partition in the column's own terms. */
export const boundOf = (at: Date, type: string): string => (type === 'uuid' ? uuidFloor(at) : at.toISOString());
