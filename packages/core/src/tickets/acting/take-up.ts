import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { actOn } from './act-on.ts';
import type { Agent } from './types.ts';

// Index: tickets_of_open_conversation.
const nobodys = sql(
  'tickets/nobodys-of-conversation',
  `select id from tickets where workspace_id = $1 and conversation_id = $2 and status <> 'resolved' and assignee_id is null`,
);

/** Whoever answers a customer whom nobody serves has the ticket from then on. What another person has stays theirs. */
export async function takeUp(ctx: WorkspaceCtx, tx: Tx, memberId: string, conversationId: string): Promise<void> {
  const found = await tx.one<{ id: string }>(nobodys, [ctx.workspaceId, conversationId]);
  if (found === undefined) return;
  const agent: Agent = { memberId, sees: 'all', mayAssign: false };
  await actOn(ctx, tx, agent, [found.id], { do: 'claim' });
}
