import type { Tx } from '@balcao/db';
import type { Ctx } from '@balcao/kernel';
import type { Job } from './define-job.ts';
import { type EnqueueManyOptions, enqueueMany, type JobEntry } from './enqueue-many.ts';

export interface EnqueueOptions<P> extends Omit<JobEntry<P>, 'payload'>, EnqueueManyOptions {}

/** Returns its id, or undefined when an unfinished job with the same dedupe key is there already. It runs once the transaction is committed. */
export async function enqueue<P>(
  tx: Tx,
  ctx: Ctx,
  job: Job<P>,
  payload: P,
  options: EnqueueOptions<P> = {},
): Promise<string | undefined> {
  const { workspaceId, ...entry } = options;
  const [id] = await enqueueMany(tx, ctx, job, [{ payload, ...entry }], { workspaceId });
  return id;
}
