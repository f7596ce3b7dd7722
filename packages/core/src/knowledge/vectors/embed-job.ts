import type { Tx, WorkspaceCtx } from '@balcao/db';
import { defineJob, enqueue } from '@balcao/jobs';
import { z } from 'zod';
import { readBot } from '../../governance/index.ts';
import { readState } from '../live/live-rows.ts';

const MINUTE = 60_000;

/** Goes on where it stopped; one of a company at a time. */
export const embedChunksJob = defineJob({
  name: 'knowledge.embed',
  schema: z.object({ workspaceId: z.uuid() }),
  maxAttempts: 20,
  timeoutMs: 20 * MINUTE,
  backoff: { baseMs: 5_000, maxMs: 5 * MINUTE },
  lane: () => 'knowledge embed',
});

/**
 * Called whenever there may be chunks without a vector of the company's model. Does nothing where no such model is configured. One job
 * waits at most while a model fails; one that runs has counted up, so that what comes after its last look has a job of its own.
 */
export async function orderEmbedding(tx: Tx, ctx: WorkspaceCtx): Promise<void> {
  const bot = await readBot(ctx, tx);
  if (!bot.models.some(({ purpose }) => purpose === 'embed')) return;
  const { workspaceId } = ctx;
  const state = await tx.one<{ vectors: string }>(readState, [workspaceId]);
  const dedupeKey = `embed ${state?.vectors ?? 0}`;
  await enqueue(tx, ctx, embedChunksJob, { workspaceId }, { workspaceId, dedupeKey });
}
