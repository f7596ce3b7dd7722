import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';

// Primary key. The conversations' rows are locked by whoever calls: no turn of theirs is under way.
const forget = sql(
  'messages/forget-turns',
  'delete from turn_work where workspace_id = $1 and conversation_id = any($2::uuid[])',
);

/** What waits for the bot's answer in these conversations waits no more. */
export async function forgetTurns(ctx: WorkspaceCtx, tx: Tx, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length > 0) await tx.run(forget, [ctx.workspaceId, conversationIds]);
}
