import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';

// Primary key.
const forget = sql(
  'conversations/forget-sessions',
  'delete from bot_sessions where workspace_id = $1 and conversation_id = any($2::uuid[])',
);

/** When the bot speaks there again it begins anew: a session belongs to one ticket. */
export async function restartBot(ctx: WorkspaceCtx, tx: Tx, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length > 0) await tx.run(forget, [ctx.workspaceId, [...conversationIds].sort()]);
}
