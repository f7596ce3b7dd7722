import { ModelError, type ModelSpec, type Models } from '@balcao/ai/port';
import { type DbCtx, inWorkspace, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { type Bot, openModels, readBot, reserveSpend, settleSpend } from '../../governance/index.ts';
import type { ChunkText } from '../finding/score-chunk.ts';
import { lockState } from '../live/live-rows.ts';
import { embedChunksJob } from './embed-job.ts';
import { chunksWithout, keepVectors } from './vector-rows.ts';

const AT_ONCE = 48;
const TIMEOUT_MS = 60_000;
const LONGEST = 6_000;
const MOST_NUMBERS = 4_096;
const UNTIL_MONEY_MS = 60 * 60_000;

interface Chunk extends ChunkText {
  readonly id: string;
}

interface Work {
  readonly bot: Bot;
  readonly model: ModelSpec;
  readonly chunks: readonly Chunk[];
}

/**
 * Gives every chunk a vector of the company's embedding model, some at a time, and gives those of another model a new one. Throws
 * when the model fails, so that the job is tried again later: what was done stays done.
 */
export async function embedChunks(
  base: DbCtx,
  models: Models,
  workspaceId: string,
  signal: AbortSignal,
): Promise<void> {
  const ctx = inWorkspace(base, workspaceId);
  for (;;) {
    const work = await nextWork(ctx);
    if (work === undefined) return;
    const tokensIn = Math.ceil(work.chunks.reduce((sum, chunk) => sum + textOf(chunk).length, 0) / 3);
    const wanted = { purpose: 'embed' as const, models: [work.model], tokensIn, tokensOut: 0 };
    const reserved = await withWorkspace(ctx, (tx) => reserveSpend(ctx, tx, work.bot, wanted));
    if (!reserved.ok) return await tryLater(ctx);
    await embedSome(ctx, models, work, reserved.id, signal);
    signal.throwIfAborted();
  }
}

/** Undefined: nothing is left to do, or no model to do it. */
async function nextWork(ctx: WorkspaceCtx): Promise<Work | undefined> {
  return await withWorkspace(ctx, async (tx) => {
    const bot = await readBot(ctx, tx);
    const model = (await openModels(ctx, tx, bot)).embed;
    if (model === null) return undefined;
    const chunks = await tx.rows<Chunk>(chunksWithout, [ctx.workspaceId, model.model, AT_ONCE]);
    return chunks.length === 0 ? undefined : { bot, model, chunks };
  });
}

async function embedSome(
  ctx: WorkspaceCtx,
  models: Models,
  { bot, model, chunks }: Work,
  reservation: string,
  signal: AbortSignal,
): Promise<void> {
  const spent = { purpose: 'embed' as const, tokensOut: 0 };
  const asking = { workspaceId: ctx.workspaceId, models: [model], timeoutMs: TIMEOUT_MS, signal };
  const settle = (more: { tokensIn: number; modelId?: string; tried: ModelError['tried'] }) =>
    withWorkspace(ctx, (tx) => settleSpend(ctx, tx, bot, reservation, { ...spent, ...more }));
  try {
    const answer = await models.embed(asking, { texts: chunks.map(textOf), as: 'passage' });
    await settle({ tokensIn: answer.usage.tokensIn, modelId: answer.modelId, tried: answer.tried });
    const vectors = answer.vectors.map(packVector);
    if (vectors.length !== chunks.length || vectors.some((vector) => vector === undefined))
      throw new ModelError('garbage', 'the model gave no vector for each text', { modelId: model.id });
    const ids = chunks.map(({ id }) => id);
    await withWorkspace(ctx, async (tx) => {
      // The same first lock as whoever publishes takes: neither waits for what the other holds.
      await tx.run(lockState, [ctx.workspaceId]);
      await tx.run(keepVectors, [ctx.workspaceId, model.model, ids, vectors]);
    });
  } catch (error) {
    await settle({ tokensIn: 0, tried: error instanceof ModelError ? error.tried : [] }); // settled already, it stays so
    throw error;
  }
}

/** The day's money is used up. */
async function tryLater(ctx: WorkspaceCtx): Promise<void> {
  const { workspaceId } = ctx;
  const runAt = new Date(ctx.clock.now().getTime() + UNTIL_MONEY_MS);
  await withWorkspace(ctx, (tx) =>
    enqueue(tx, ctx, embedChunksJob, { workspaceId }, { workspaceId, runAt, dedupeKey: 'money' }),
  );
}

const textOf = ({ title, asks, heading, text }: ChunkText): string =>
  [...new Set([title, ...asks, heading, text])].filter(Boolean).join('\n').slice(0, LONGEST).toWellFormed();

/** Of length 1, so that comparing two is one sum; undefined for what is no vector. */
export function packVector(vector: readonly number[]): Buffer | undefined {
  const length = Math.hypot(...vector);
  if (vector.length === 0 || vector.length > MOST_NUMBERS || !(length > 0) || !Number.isFinite(length))
    return undefined;
  return Buffer.from(Float32Array.from(vector, (number) => number / length).buffer);
}
