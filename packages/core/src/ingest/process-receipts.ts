import type { InboundFact } from '@balcao/channels/port';
import { conveyorStatement, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { uuidTime } from '@balcao/kernel';
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
  take(receiptId: string): Remembered | undefined;
}

export interface Remembered {
  readonly facts: readonly InboundFact[];
  /** The traceparent of the request that brought it. */
  readonly trace?: string | undefined;
}

/** Why a conversation has a turn: for its trace and for how long the customer has waited. */
export interface Cause {
  readonly receivedAt: Date;
  readonly trace?: string | undefined;
}

export interface ProcessParts {
  readonly parse: (body: unknown) => InboundFact[];
  readonly memory: FactsInMemory;
}

export interface Processed extends Omit<Stored, 'woken'> {
  readonly receipts: number;
  readonly oldestReceivedAt: Date | undefined;
  /** Conversations whose turn is due, and why. */
  readonly woken: ReadonlyMap<string, Cause>;
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
  const remembered = await rememberedOf(ctx, parts, work);
  const told = work.flatMap(({ receiptId, receivedAt }) =>
    (remembered.get(receiptId)?.facts ?? [])
      .filter((fact) => concerns(channel, fact))
      .map((fact): Told => ({ fact, receiptId, receivedAt })),
  );
  const stored = await storeFacts(ctx, tx, channel, told);
  const woken = new Map<string, Cause>();
  for (const [conversationId, receiptId] of stored.woken)
    woken.set(conversationId, { receivedAt: uuidTime(receiptId), trace: remembered.get(receiptId)?.trace });
  return { ...stored, woken, receipts: work.length, oldestReceivedAt: work[0]?.receivedAt };
}

async function rememberedOf(ctx: WorkspaceCtx, parts: ProcessParts, work: readonly Work[]) {
  const found = new Map<string, Remembered>();
  const missing: string[] = [];
  for (const { receiptId } of work) {
    const known = parts.memory.take(receiptId);
    if (known === undefined) missing.push(receiptId);
    else found.set(receiptId, known);
  }
  if (missing.length > 0) {
    const rows = await conveyorStatement<{ id: string; body: string; trace: string | null }>(ctx, receiptBodies, [
      missing,
    ]);
    for (const row of rows)
      found.set(row.id, { facts: parts.parse(JSON.parse(row.body)), trace: row.trace ?? undefined });
  }
  return found;
}

/** A body may speak of several channels, of several workspaces even: each takes its own part only. */
function concerns(channel: IngestChannel, fact: InboundFact): boolean {
  if (fact.phoneNumberId !== undefined) return fact.phoneNumberId === channel.phoneNumberId;
  return fact.accountId === channel.accountId;
}
