import type { Tx, WorkspaceCtx } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { sendScheduledJob } from './jobs.ts';

/** A job for one occurrence; the same one again while it waits adds nothing. */
export async function enqueueOccurrence(ctx: WorkspaceCtx, tx: Tx, scheduledId: string, dueAt: Date): Promise<void> {
  const { workspaceId } = ctx;
  const payload = { workspaceId, scheduledId, dueAt: dueAt.toISOString() };
  const dedupeKey = `${scheduledId} ${payload.dueAt}`;
  await enqueue(tx, ctx, sendScheduledJob, payload, { workspaceId, runAt: dueAt, dedupeKey });
}
