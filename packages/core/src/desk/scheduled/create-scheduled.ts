import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import type { ThreadPlace } from '../../messages/index.ts';
import type { SendChannel } from '../sending/types.ts';
import { checkScheduled, type ScheduledPlan } from './check-scheduled.ts';
import { enqueueOccurrence } from './enqueue-occurrence.ts';
import { getScheduled, insertScheduled } from './rows.ts';
import type { Scheduled } from './types.ts';

/** The row and the job for its first occurrence, in one transaction. */
export async function createScheduled(
  ctx: WorkspaceCtx,
  tx: Tx,
  place: ThreadPlace,
  channel: SendChannel,
  plan: ScheduledPlan,
): Promise<Scheduled> {
  await checkScheduled(ctx, tx, plan, { channelId: place.channelId, channel });
  const id = ctx.ids.uuid();
  const { kind, id: actorId } = ctx.actor;
  await tx.run(insertScheduled, [
    ctx.workspaceId,
    id,
    place.id,
    kind === 'person' ? actorId : null,
    kind === 'person' ? null : actorId,
    JSON.stringify(plan.content),
    plan.mediaIds,
    plan.at,
    plan.recurrence === null ? null : JSON.stringify(plan.recurrence),
    plan.onlyIfOpen,
    ctx.clock.now(),
  ]);
  await enqueueOccurrence(ctx, tx, id, plan.at);
  const data = { scheduledId: id, kind: plan.content.kind, repeats: plan.recurrence !== null };
  await record(tx, ctx, [{ type: 'scheduled.created', conversationId: place.id, data }]);
  return await findScheduled(ctx, tx, id);
}

export async function findScheduled(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<Scheduled> {
  const found = await tx.one<Scheduled>(getScheduled, [ctx.workspaceId, id]);
  if (found === undefined) throw new Fault('not_found', `there is no scheduled message "${id}"`);
  return found;
}
