import type { InboundFact } from '@balcao/channels/port';
import { conveyorStatement, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import type { IngestChannel } from './ingest-channel.ts';
import { receiptBodies, takeOneWork, takeWork } from './rows.ts';
import type { Told } from './sort-facts.ts';
import { type Stored, storeFacts } from './store-facts.ts';

/** At most so many receipts in one transaction. */
export const RECEIPTS_PER_BATCH = 200;

interface Work {
  readonly receiptId: string;
  readonly attempts: number;
  readonly receivedAt: Date;
}

/** What was parsed at the gate, kept until used so that nothing is read back that was just written. */
export interface FactsInMemory {
  take(receiptId: string): readonly InboundFact[] | undefined;
}

export interface ProcessParts {
  readonly parse: (body: unknown) => InboundFact[];
  readonly memory: FactsInMemory;
}

export interface Processed extends Stored {
  readonly receipts: number;
  readonly oldestReceivedAt: Date | undefined;
}

/** Takes a channel's oldest receipts and puts what they tell in the books, in one transaction. Next: orchestrator/take-turns. */
export function processReceipts(ctx: WorkspaceCtx, channel: IngestChannel, parts: ProcessParts): Promise<Processed> {
  return withWorkspace(ctx, async (tx) => {
    const now = ctx.clock.now();
    const work = await tx.rows<Work>(takeWork, [ctx.workspaceId, channel.id, now, RECEIPTS_PER_BATCH]);
    return store(ctx, tx, channel, parts, work);
  });
}

/** One receipt alone: after its batch failed, so that it harms no neighbour. */
export function processOneReceipt(
  ctx: WorkspaceCtx,
  channel: IngestChannel,
  parts: ProcessParts,
  receiptId: string,
): Promise<Processed> {
  return withWorkspace(ctx, async (tx) => {
    const work = await tx.rows<Work>(takeOneWork, [ctx.workspaceId, channel.id, receiptId]);
    return store(ctx, tx, channel, parts, work);
  });
}

async function store(
  ctx: WorkspaceCtx,
  tx: Tx,
  channel: IngestChannel,
  parts: ProcessParts,
  work: Work[],
): Promise<Processed> {
  work.sort((a, b) => (a.receiptId < b.receiptId ? -1 : 1)); // `returning` promises no order
  const facts = await factsOf(ctx, parts, work);
  const told = work.flatMap(({ receiptId, receivedAt }) =>
    (facts.get(receiptId) ?? [])
      .filter((fact) => concerns(channel, fact))
      .map((fact): Told => ({ fact, receiptId, receivedAt })),
  );
  const stored = await storeFacts(ctx, tx, channel, told);
  return { ...stored, receipts: work.length, oldestReceivedAt: work[0]?.receivedAt };
}

async function factsOf(ctx: WorkspaceCtx, parts: ProcessParts, work: readonly Work[]) {
  const facts = new Map<string, readonly InboundFact[]>();
  const missing: string[] = [];
  for (const { receiptId } of work) {
    const known = parts.memory.take(receiptId);
    if (known === undefined) missing.push(receiptId);
    else facts.set(receiptId, known);
  }
  if (missing.length > 0) {
    const rows = await conveyorStatement<{ id: string; body: string }>(ctx, receiptBodies, [missing]);
    for (const row of rows) facts.set(row.id, parts.parse(JSON.parse(row.body)));
  }
  return facts;
}

/** A body may speak of several channels, of several workspaces even: each takes its own part only. */
function concerns(channel: IngestChannel, fact: InboundFact): boolean {
  if (fact.phoneNumberId !== undefined) return fact.phoneNumberId === channel.phoneNumberId;
  return fact.accountId === channel.accountId;
}
