import {
  type Cause,
  type FactsInMemory,
  type IngestChannel,
  type Processed,
  postponeReceipt,
  processOneReceipt,
  processReceipts,
  receiptsOfLane,
} from '@balcao/core/ingest';
import { noteReceipt } from '@balcao/core/workspaces';
import { type DbCtx, inWorkspace, type WorkspaceCtx } from '@balcao/db';
import { backoff, createPump, describeError, type Pump } from '@balcao/kernel';
import type { KnownChannel } from '../runtime/channel-directory.ts';
import { isAway, waitForDatabase } from './database-away.ts';

export interface IngestParts {
  readonly memory: FactsInMemory;
  channel(id: string): KnownChannel | undefined;
  /** The program ends: what is not begun is left to its rows. */
  stopped(): boolean;
  /** Conversations that now have something to answer. */
  woke(channelId: string, workspaceId: string, conversations: ReadonlyMap<string, Cause>): void;
}

/** Before a receipt that failed alone is tried again; each further wait is twice as long. */
const FIRST_WAIT = { baseMs: 1_000, maxMs: 1_000, floorMs: 700 };

const NOTE_EVERY_MS = 30_000;

/** One channel's receipts, in order, a batch at a time. */
export function createIngestLane(ctx: DbCtx, workspaceId: string, channelId: string, parts: IngestParts): Pump {
  const inside = inWorkspace(ctx, workspaceId);
  let notedAt = Number.NEGATIVE_INFINITY;
  const stage = ctx.metrics
    .histogram('balcao_stage_seconds', 'Time a message spends in each stage of the conveyor', ['stage'])
    .bind({ stage: 'ingest' });
  const received = ctx.metrics.counter('balcao_messages_in_total', 'Messages taken in, each once').bind({});

  /** For the channel's health page; a note that is lost is made again half a minute later. */
  function noteSign(): void {
    const now = ctx.clock.monotonic();
    if (now - notedAt < NOTE_EVERY_MS) return;
    notedAt = now;
    noteReceipt(inside, channelId).catch(() => undefined);
  }

  function done(processed: Processed): boolean {
    if (processed.oldestReceivedAt)
      stage.observe((ctx.clock.now().getTime() - processed.oldestReceivedAt.getTime()) / 1_000);
    received.inc(processed.messages);
    if (processed.receipts > 0) noteSign();
    if (processed.woken.size > 0) parts.woke(channelId, workspaceId, processed.woken);
    return processed.more;
  }

  /** One span in the trace of each message, though they were booked together. */
  function trace(start: Date, processed: Processed): void {
    const end = ctx.clock.now();
    for (const cause of processed.woken.values())
      ctx.tracing.record('ingest', {
        start,
        end,
        parent: cause.trace,
        attributes: { 'balcao.batch': processed.receipts },
      });
  }

  async function step(): Promise<boolean> {
    const known = parts.channel(channelId);
    if (known === undefined || parts.stopped()) return false;
    const channel: IngestChannel = { ...known, accountId: known.wabaId };
    const verbs = { parse: known.adapter.parseWebhook, memory: parts.memory };
    try {
      const start = ctx.clock.now();
      const processed = await processReceipts(inside, channel, verbs);
      if (ctx.tracing.enabled) trace(start, processed);
      return done(processed);
    } catch (error) {
      if (isAway(error)) return waitForDatabase(ctx, error);
      ctx.log.warn({ err: error, channelId }, 'a batch of receipts failed; they are tried one by one');
      return oneByOne(inside, channel, verbs);
    }
  }

  async function oneByOne(
    inside: WorkspaceCtx,
    channel: IngestChannel,
    verbs: Parameters<typeof processReceipts>[2],
  ): Promise<boolean> {
    for (const receiptId of await receiptsOfLane(inside, channel.id)) {
      if (parts.stopped()) break;
      try {
        done(await processOneReceipt(inside, channel, verbs, receiptId));
      } catch (error) {
        if (isAway(error)) return waitForDatabase(ctx, error);
        ctx.log.error({ err: error, receiptId, channelId }, 'a receipt could not be processed');
        const firstWaitMs = backoff(1, FIRST_WAIT, ctx.random);
        await postponeReceipt(inside, channel.id, receiptId, { reason: describeError(error), firstWaitMs });
      }
    }
    return true;
  }

  return createPump(step, (error) => ctx.log.error({ err: error, channelId }, 'an ingest lane stumbled'));
}
