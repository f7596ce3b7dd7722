import type { Tx, WorkspaceCtx } from '@balcao/db';
import { readBot } from '../../governance/index.ts';
import { countVectors } from './vector-rows.ts';

export interface EmbeddingState {
  readonly model: string;
  readonly done: number;
  readonly total: number;
}

/** How many chunks have a vector of the company's model; null: it has none. */
export async function embeddingState(tx: Tx, ctx: WorkspaceCtx, chunks: number): Promise<EmbeddingState | null> {
  const model = (await readBot(ctx, tx)).models.find(({ purpose }) => purpose === 'embed')?.model;
  if (model === undefined) return null;
  const counted = await tx.one<{ n: number }>(countVectors, [ctx.workspaceId, model]);
  return { model, done: counted?.n ?? 0, total: chunks };
}
