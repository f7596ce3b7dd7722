import type { Tx, WorkspaceCtx } from '@balcao/db';
import { readState } from './live-rows.ts';

export interface KnowledgeState {
  /** Another one whenever what is live has changed. */
  readonly version: string;
  /** Published ones. */
  readonly articles: number;
  readonly chunks: number;
}

export async function knowledgeState(tx: Tx, ctx: WorkspaceCtx): Promise<KnowledgeState> {
  const found = await tx.one<KnowledgeState>(readState, [ctx.workspaceId]);
  const { version, articles, chunks } = found ?? { version: '0', articles: 0, chunks: 0 };
  return { version, articles, chunks };
}
