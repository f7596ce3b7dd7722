import type { Tx, WorkspaceCtx } from '@balcao/db';
import { dropErrands as drop } from './rows.ts';

/** Their results are of no more use: used, too late, or asked before the customer went on. */
export async function dropErrands(ctx: WorkspaceCtx, tx: Tx, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length > 0) await tx.run(drop, [ctx.workspaceId, [...conversationIds].sort()]);
}
