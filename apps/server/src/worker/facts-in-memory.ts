import type { Remembered } from '@balcao/core/ingest';

/** Receipts whose facts are remembered at most; the others are read back from their rows. */
const RECEIPTS_AT_MOST = 4_000;

export interface FactsMemory {
  remember(receiptId: string, remembered: Remembered, readers: number): void;
  /** Each channel concerned takes once; the last one clears it. */
  take(receiptId: string): Remembered | undefined;
}

export function createFactsMemory(): FactsMemory {
  const kept = new Map<string, { remembered: Remembered; readers: number }>();
  return {
    remember(receiptId, remembered, readers) {
      if (kept.size >= RECEIPTS_AT_MOST) kept.delete(kept.keys().next().value ?? '');
      kept.set(receiptId, { remembered, readers });
    },
    take(receiptId) {
      const entry = kept.get(receiptId);
      if (entry === undefined) return undefined;
      if (--entry.readers <= 0) kept.delete(receiptId);
      return entry.remembered;
    },
  };
}
