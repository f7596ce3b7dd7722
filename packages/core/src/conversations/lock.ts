import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';

// Primary key; in the order of the ids, as all who lock many.
const lockRows = sql(
  'conversations/lock',
  `select id from conversations where workspace_id = $1 and id = any($2::uuid[]) order by id for no key update`,
);

/** Whoever changes what hangs on a conversation (ticket, floor) takes its row first, as the conveyor does: nobody waits crosswise. */
export async function lock(ctx: WorkspaceCtx, tx: Tx, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length > 0) await tx.run(lockRows, [ctx.workspaceId, conversationIds]);
}
