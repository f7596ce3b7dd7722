import type { Memory } from './machine/weigh-memory.ts';
import type { StoreComparison } from './measures/compare-store.ts';
import type { Cycle } from './measures/measure-cycle.ts';
import type { Rate } from './measures/measure-rate.ts';
import type { Realtime } from './measures/measure-realtime.ts';
import type { Starts } from './measures/measure-starts.ts';

export const parts = ['cycle', 'accept', 'rates', 'statuses', 'realtime', 'starts'] as const;
export type Part = (typeof parts)[number];

export interface SuiteOptions {
  readonly only: ReadonlySet<Part>;
  /** Length of one timed stretch. */
  readonly seconds: number;
}

/** Everything one go found. Parts that were not asked for are absent. */
export interface Suite {
  readonly at: string;
  readonly cores: number;
  readonly coldMs: number;
  readonly cycle?: {
    readonly ours: Cycle;
    readonly wide: Cycle;
    readonly floors: readonly Cycle[];
    readonly batch: Cycle;
  };
  readonly accept?: { readonly ours: number; readonly oneInsert: number; readonly bareHttp: number };
  readonly rates?: readonly Rate[];
  readonly floorRate?: Rate;
  readonly statuses?: readonly Rate[];
  readonly realtime?: Realtime;
  readonly starts?: Starts;
  readonly memory: Memory;
  readonly store: StoreComparison;
}
