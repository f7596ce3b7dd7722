import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../ledger/index.ts';
import { closeWindow as closeWindowRow } from './rows.ts';

/** Meta says the 24 hours are over (131047), whatever our clock thought. */
export async function closeWindow(ctx: WorkspaceCtx, tx: Tx, conversationId: string): Promise<void> {
  const changed = await tx.run(closeWindowRow, [ctx.workspaceId, conversationId, ctx.clock.now()]);
  if (changed > 0) await record(tx, ctx, [{ type: 'conversation.window_closed', conversationId, data: {} }]);
}
