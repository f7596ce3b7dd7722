import type { OutboundContent } from '@balcao/channels/port';
import type { Recurrence } from '@balcao/contract';
import { type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { findPlace, type QueuedReply, type ThreadPlace } from '../../messages/index.ts';
import { readSettings } from '../../workspaces/index.ts';
import { filesOf } from '../sending/files-of.ts';
import { sendMessage } from '../sending/send-message.ts';
import type { SendChannel } from '../sending/types.ts';
import { enqueueOccurrence } from './enqueue-occurrence.ts';
import { nextOccurrence } from './next-occurrence.ts';
import { hasOpenTicket, keepRun, lockScheduled, moveOn } from './rows.ts';

/** Later than this it would only puzzle the customer. */
const TOO_LATE_MS = 6 * 3_600_000;

interface Due {
  readonly id: string;
  readonly conversationId: string;
  readonly createdBy: string | null;
  readonly createdByKey: string | null;
  readonly content: OutboundContent;
  readonly mediaIds: readonly string[];
  readonly firstAt: Date;
  readonly nextAt: Date;
  readonly recurrence: Recurrence | null;
  readonly onlyIfOpen: boolean;
  readonly occurrences: number;
}

interface Outcome {
  readonly state: 'sent' | 'skipped' | 'failed';
  readonly reason?: string;
  readonly queued: readonly QueuedReply[];
}

/** What was sent of it must not count: the transaction ends, and the failure is written down in another. */
class Refused extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super('a scheduled message would not go');
    this.reason = reason;
  }
}

/**
 * One occurrence: its messages, what became of it and the job for the next one, in one transaction. The row's lock and its next
 * time make it happen once, however many workers have the job. Returns what to offer to the dispatcher.
 */
export async function sendScheduled(
  base: WorkspaceCtx,
  asked: { readonly scheduledId: string; readonly dueAt: Date },
  channel: (channelId: string) => SendChannel | undefined,
): Promise<readonly QueuedReply[]> {
  const attempt = (refused?: string) =>
    withWorkspace(base, async (tx) => {
      const due = await tx.one<Due>(lockScheduled, [base.workspaceId, asked.scheduledId, asked.dueAt]);
      if (due === undefined) return [];
      const ctx = asAuthor(base, due);
      const outcome: Outcome =
        refused === undefined ? await sendDue(ctx, tx, due, channel) : { state: 'failed', reason: refused, queued: [] };
      await book(ctx, tx, due, outcome);
      return outcome.queued;
    });
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof Refused) return await attempt(error.reason);
    throw error;
  }
}

const asAuthor = (ctx: WorkspaceCtx, due: Due): WorkspaceCtx => {
  if (due.createdBy !== null) return { ...ctx, actor: { kind: 'person', id: due.createdBy } };
  return due.createdByKey === null ? ctx : { ...ctx, actor: { kind: 'api_key', id: due.createdByKey } };
};

async function sendDue(
  ctx: WorkspaceCtx,
  tx: Tx,
  due: Due,
  channelOf: (channelId: string) => SendChannel | undefined,
): Promise<Outcome> {
  const lateMs = ctx.clock.now().getTime() - due.nextAt.getTime();
  if (lateMs > TOO_LATE_MS) return { state: 'failed', reason: 'too_late', queued: [] };
  const place = await findPlace(ctx, tx, due.conversationId);
  if (due.onlyIfOpen && (await tx.one(hasOpenTicket, [ctx.workspaceId, place.id])) === undefined)
    return { state: 'skipped', reason: 'not_open', queued: [] };
  const channel = channelOf(place.channelId);
  if (channel === undefined) throw new Fault('unavailable', 'the channel is not known to this process yet');
  try {
    return { state: 'sent', queued: await sendAll(ctx, tx, due, place, channel) };
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'unavailable' || error.code === 'internal') throw error;
    throw new Refused(error.code);
  }
}

async function sendAll(
  ctx: WorkspaceCtx,
  tx: Tx,
  due: Due,
  place: ThreadPlace,
  channel: SendChannel,
): Promise<QueuedReply[]> {
  const queued: QueuedReply[] = [];
  const origin = due.createdBy === null ? 'api' : 'person';
  // The clock speaks, not a person who is there to listen: who has the floor keeps it.
  for (const content of [due.content, ...(await filesOf(ctx, tx, due.mediaIds))])
    queued.push(...(await sendMessage(ctx, tx, { place, channel, content, origin, keepsFloor: true })).queued);
  return queued;
}

async function book(ctx: WorkspaceCtx, tx: Tx, due: Due, outcome: Outcome): Promise<void> {
  const now = ctx.clock.now();
  const messageIds = outcome.queued.map((item) => item.id);
  const { state, reason } = outcome;
  await tx.run(keepRun, [ctx.workspaceId, due.id, due.nextAt, state, reason ?? null, messageIds, now]);
  const { timeZone } = await readSettings(tx);
  // What was missed while nobody worked is not made up for: the next one lies ahead.
  const done = { after: now > due.nextAt ? now : due.nextAt, occurrences: due.occurrences + 1 };
  const next = nextOccurrence(due.firstAt, due.recurrence, done, timeZone);
  const end = state === 'failed' ? 'failed' : 'done';
  await tx.run(moveOn, [ctx.workspaceId, due.id, next ?? null, next === undefined ? end : 'waiting', now]);
  if (next !== undefined) await enqueueOccurrence(ctx, tx, due.id, next);
  await record(tx, ctx, [
    {
      type: `scheduled.${state}`,
      conversationId: due.conversationId,
      data: { scheduledId: due.id, memberId: due.createdBy, reason: reason ?? null, messageIds },
    },
  ]);
}
