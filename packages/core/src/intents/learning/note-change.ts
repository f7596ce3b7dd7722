import type { Tx, WorkspaceCtx } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { lockState as lock } from '../rows.ts';
import { learnIntentsJob } from './jobs.ts';

/** Who corrects one sentence corrects another: what comes within it is learned together. */
const GATHER_MS = 10_000;

/** Two who change something at once do it one after the other. */
export async function lockState(ctx: WorkspaceCtx, tx: Tx): Promise<void> {
  await tx.run(lock, [ctx.workspaceId, 0, ctx.clock.now()]);
}

/**
 * Something is to be learned. All changes of ten seconds share one job, which runs when these are over: it is not finished before, so
 * a change whose job is left out is learned by the one that is there.
 */
export async function noteChange(ctx: WorkspaceCtx, tx: Tx): Promise<void> {
  const now = ctx.clock.now();
  await tx.run(lock, [ctx.workspaceId, 1, now]);
  const over = (Math.floor(now.getTime() / GATHER_MS) + 1) * GATHER_MS;
  const { workspaceId } = ctx;
  await enqueue(
    tx,
    ctx,
    learnIntentsJob,
    { workspaceId },
    { workspaceId, dedupeKey: `${workspaceId} ${over}`, runAt: new Date(over + 1_000) },
  );
}
