import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { readSettings } from '../../workspaces/index.ts';
import type { SendChannel } from '../sending/types.ts';
import { checkScheduled, type ScheduledPlan } from './check-scheduled.ts';
import { findScheduled } from './create-scheduled.ts';
import { enqueueOccurrence } from './enqueue-occurrence.ts';
import { nextOccurrence } from './next-occurrence.ts';
import { updateScheduled as update } from './rows.ts';
import type { Scheduled } from './types.ts';

export type ScheduledChange = { readonly [K in keyof ScheduledPlan]?: ScheduledPlan[K] | undefined };

/** What still waits may be changed; the job for the old time then finds that it no longer counts. */
export async function updateScheduled(
  ctx: WorkspaceCtx,
  tx: Tx,
  found: Scheduled,
  channel: SendChannel,
  change: ScheduledChange,
): Promise<Scheduled> {
  const over = new Fault('conflict', 'it no longer waits: it was sent, failed or was cancelled', {
    state: found.state,
  });
  if (found.nextAt === null) throw over;
  const plan: ScheduledPlan = {
    content: change.content ?? found.content,
    mediaIds: change.mediaIds ?? found.mediaIds,
    at: change.at ?? found.nextAt,
    recurrence: change.recurrence === undefined ? found.recurrence : change.recurrence,
    onlyIfOpen: change.onlyIfOpen ?? found.onlyIfOpen,
  };
  await checkScheduled(ctx, tx, plan, { channelId: found.channelId, channel });
  // A new time or rule begins a new series; else the old one goes on from where it is.
  const anew = change.at !== undefined || change.recurrence !== undefined;
  const firstAt = anew ? plan.at : found.firstAt;
  const nextAt = anew ? plan.at : await stillNext(ctx, tx, found, found.nextAt);
  const changed = await tx.run(update, [
    ctx.workspaceId,
    found.id,
    JSON.stringify(plan.content),
    plan.mediaIds,
    firstAt,
    nextAt,
    plan.recurrence === null ? null : JSON.stringify(plan.recurrence),
    plan.onlyIfOpen,
    ctx.clock.now(),
  ]);
  if (changed === 0) throw over;
  await enqueueOccurrence(ctx, tx, found.id, nextAt);
  await record(tx, ctx, [
    { type: 'scheduled.updated', conversationId: found.conversationId, data: { scheduledId: found.id } },
  ]);
  return await findScheduled(ctx, tx, found.id);
}

async function stillNext(ctx: WorkspaceCtx, tx: Tx, found: Scheduled, nextAt: Date): Promise<Date> {
  const now = ctx.clock.now();
  if (nextAt > now || found.recurrence === null) return nextAt;
  const { timeZone } = await readSettings(tx);
  const done = { after: now, occurrences: found.occurrences };
  return nextOccurrence(found.firstAt, found.recurrence, done, timeZone) ?? nextAt;
}
