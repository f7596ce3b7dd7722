import type { InboundFact } from '@balcao/channels/port';

/** Receipts whose facts are remembered at most; the others are read back from their rows. */
const RECEIPTS_AT_MOST = 4_000;

export interface FactsMemory {
  remember(receiptId: string, facts: readonly InboundFact[], readers: number): void;
  /** Each channel concerned takes once; the last one clears it. */
  take(receiptId: string): readonly InboundFact[] | undefined;
}

export function createFactsMemory(): FactsMemory {
  const kept = new Map<string, { facts: readonly InboundFact[]; readers: number }>();
  return {
    remember(receiptId, facts, readers) {
      if (kept.size >= RECEIPTS_AT_MOST) kept.delete(kept.keys().next().value ?? '');
      kept.set(receiptId, { facts, readers });
    },
    take(receiptId) {
      const entry = kept.get(receiptId);
      if (entry === undefined) return undefined;
      if (--entry.readers <= 0) kept.delete(receiptId);
      return entry.facts;
    },
  };
}
