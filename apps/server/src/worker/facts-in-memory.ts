import type { Remembered } from '@balcao/core/ingest';

/** What is remembered at most; the rest is read back from its rows. Counted by facts too: one receipt may hold a thousand. */
const RECEIPTS_AT_MOST = 4_000;
const FACTS_AT_MOST = 20_000;

export interface FactsMemory {
  remember(receiptId: string, remembered: Remembered, readers: number): void;
  /** Each channel concerned takes once; the last one clears it. */
  take(receiptId: string): Remembered | undefined;
}

interface Kept {
  readonly remembered: Remembered;
  readonly weight: number;
  readers: number;
}

export function createFactsMemory(): FactsMemory {
  const kept = new Map<string, Kept>();
  let facts = 0;

  function forget(receiptId: string, { weight }: Kept): void {
    kept.delete(receiptId);
    facts -= weight;
  }
  return {
    remember(receiptId, remembered, readers) {
      const weight = weigh(remembered);
      kept.set(receiptId, { remembered, weight, readers });
      facts += weight;
      // Another process may have taken what the oldest were kept for.
      for (const [id, oldest] of kept) {
        if (kept.size <= RECEIPTS_AT_MOST && facts <= FACTS_AT_MOST) break;
        forget(id, oldest);
      }
    },
    take(receiptId) {
      const entry = kept.get(receiptId);
      if (entry === undefined) return undefined;
      if (--entry.readers <= 0) forget(receiptId, entry);
      return entry.remembered;
    },
  };
}

function weigh({ facts }: Remembered): number {
  let weight = facts.length;
  for (const fact of facts)
    if (fact.fact === 'history') for (const { messages } of fact.threads) weight += messages.length;
  return weight;
}
