import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../ledger/index.ts';
import { closeWindow as closeWindowRow } from './rows.ts';

/**
 * The provider says the 24 hours are over (131047), whatever our clock thought: known from the message that it refused. What the
 * customer wrote after that message opens the window again, and stands.
 */
export async function closeWindow(ctx: WorkspaceCtx, tx: Tx, conversationId: string, refusedId: string): Promise<void> {
  const changed = await tx.run(closeWindowRow, [ctx.workspaceId, conversationId, ctx.clock.now(), refusedId]);
  if (changed > 0) await record(tx, ctx, [{ type: 'conversation.window_closed', conversationId, data: {} }]);
}
