import type { Clock } from '@balcao/kernel';

/** More keys than this in one second are all let through: the count is a guard, not a book. */
const KEYS_AT_MOST = 100_000;

export interface RateWindow {
  /** Counts `n` for a key in the running second; false when that is more than its share, and then it is not counted. */
  take(key: string, n?: number): boolean;
}

/** A fixed window of one second. On the hot path: a map look-up and no timer. */
export function createRateWindow(clock: Clock, perSecond: number): RateWindow {
  let second = 0;
  let counts = new Map<string, number>();
  return {
    take(key, n = 1) {
      const now = Math.floor(clock.monotonic() / 1_000);
      if (now !== second) {
        second = now;
        counts = new Map();
      }
      const count = (counts.get(key) ?? 0) + n;
      // One request larger than the whole share still passes when it comes alone: it could never pass otherwise.
      if (count > perSecond && count !== n) return false;
      if (counts.size < KEYS_AT_MOST || counts.has(key)) counts.set(key, count);
      return true;
    },
  };
}
