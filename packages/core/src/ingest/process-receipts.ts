import type { InboundFact } from '@balcao/channels/port';
import { conveyorStatement, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { uuidTime } from '@balcao/kernel';
import type { IngestChannel } from './ingest-channel.ts';
import { leaveWork, receiptBodies, takeOneWork, takeWork } from './rows.ts';
import type { Told } from './sort-facts.ts';
import { type Stored, storeFacts } from './store-facts.ts';

/** At most so many receipts in one transaction. */
export const RECEIPTS_PER_BATCH = 200;
/** And of bodies so much: two hundred of the largest would not fit into memory. */
const BYTES_PER_BATCH = 12 * 1024 * 1024;

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
  /** More words are waited for so long; the newest message, as the provider calls it. */
  readonly waitMs?: number | undefined;
  readonly providerId?: string | undefined;
}

export interface ProcessParts {
  readonly parse: (body: unknown) => InboundFact[];
  readonly memory: FactsInMemory;
}

export interface Processed extends Omit<Stored, 'woken'> {
  readonly receipts: number;
  /** The batch was full: there may be more at once. */
  readonly more: boolean;
  readonly oldestReceivedAt: Date | undefined;
  /** Conversations that have something to answer, and why. */
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
  const end = work.findIndex(({ receiptId }) => remembered.get(receiptId) === 'too much');
  const fits = end === -1 ? work : work.slice(0, end);
  if (end !== -1)
    await tx.run(leaveWork, [ctx.workspaceId, channel.id, JSON.stringify(work.slice(end)), ctx.clock.now()]);
  const booked = await book(ctx, tx, channel, fits, remembered as ReadonlyMap<string, Remembered>); // those that fit
  return { ...booked, more: end !== -1 || work.length >= RECEIPTS_PER_BATCH };
}

async function book(
  ctx: WorkspaceCtx,
  tx: Tx,
  channel: IngestChannel,
  work: readonly Work[],
  remembered: ReadonlyMap<string, Remembered>,
): Promise<Omit<Processed, 'more'>> {
  const told = work.flatMap(({ receiptId, receivedAt }) =>
    (remembered.get(receiptId)?.facts ?? [])
      .filter((fact) => concerns(channel, fact))
      .map((fact): Told => ({ fact, receiptId, receivedAt })),
  );
  const stored = await storeFacts(ctx, tx, channel, told);
  const woken = new Map<string, Cause>();
  for (const [conversationId, { receiptId, waitMs, providerId }] of stored.woken) {
    const trace = remembered.get(receiptId)?.trace;
    woken.set(conversationId, { receivedAt: uuidTime(receiptId), trace, waitMs, providerId });
  }
  return { ...stored, woken, receipts: work.length, oldestReceivedAt: work[0]?.receivedAt };
}

async function rememberedOf(ctx: WorkspaceCtx, parts: ProcessParts, work: readonly Work[]) {
  const found = new Map<string, Remembered | 'too much'>();
  const missing: string[] = [];
  for (const { receiptId } of work) {
    const known = parts.memory.take(receiptId);
    if (known === undefined) missing.push(receiptId);
    else found.set(receiptId, known);
  }
  if (missing.length > 0) {
    type Row = { id: string; body: string | null; trace: string | null };
    for (const row of await conveyorStatement<Row>(ctx, receiptBodies, [missing, BYTES_PER_BATCH])) {
      const facts = row.body === null ? undefined : parts.parse(JSON.parse(row.body));
      found.set(row.id, facts === undefined ? 'too much' : { facts, trace: row.trace ?? undefined });
    }
  }
  return found;
}

/** A body may speak of several channels, of several workspaces even: each takes its own part only. */
function concerns(channel: IngestChannel, fact: InboundFact): boolean {
  if (fact.phoneNumberId !== undefined) return fact.phoneNumberId === channel.phoneNumberId;
  return fact.accountId === channel.accountId;
}
