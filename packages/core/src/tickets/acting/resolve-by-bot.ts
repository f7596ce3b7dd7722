import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { actOn } from './act-on.ts';
import { theHouse } from './types.ts';

// Index: tickets_of_open_conversation.
const withBot = sql(
  'tickets/with-bot',
  `select id from tickets where workspace_id = $1 and conversation_id = $2 and status = 'triage'`,
);

/** The talk is over and no person was needed. A ticket that people have is theirs to end. */
export async function resolveByBot(ctx: WorkspaceCtx, tx: Tx, conversationId: string): Promise<void> {
  const found = await tx.one<{ id: string }>(withBot, [ctx.workspaceId, conversationId]);
  if (found !== undefined) await actOn(ctx, tx, theHouse, [found.id], { do: 'resolve', botAnswers: true });
}
