import type { Tx, WorkspaceCtx } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { learnIntentsJob } from '../learning/jobs.ts';
import { readModelState } from './read-model-state.ts';

/** At once, without the wait for more changes. False when there is nothing to learn, or somebody asked already. */
export async function askToLearn(ctx: WorkspaceCtx, tx: Tx): Promise<boolean> {
  const { pending } = await readModelState(ctx, tx);
  if (!pending) return false;
  const { workspaceId } = ctx;
  const id = await enqueue(tx, ctx, learnIntentsJob, { workspaceId }, { workspaceId, dedupeKey: `${workspaceId} now` });
  return id !== undefined;
}
