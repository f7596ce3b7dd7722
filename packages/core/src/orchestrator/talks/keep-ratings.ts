import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import type { Acted } from '../turns/types.ts';

// Index: tickets_of_conversation. The newest ticket is what they speak of, resolved or not.
const keep = sql(
  'orchestrator/keep-ratings',
  `insert into bot_ratings (workspace_id, id, conversation_id, ticket_id, score, at)
   select $1, x.id, x."conversationId",
     (select t.id from tickets t where t.workspace_id = $1 and t.conversation_id = x."conversationId" order by t.id desc limit 1), x.score, $3
   from json_to_recordset($2::json) as x(id uuid, "conversationId" uuid, score int)`,
);

/** What customers thought of it. */
export async function keepRatings(ctx: WorkspaceCtx, tx: Tx, acted: readonly Acted[]): Promise<void> {
  const rows = acted.flatMap(({ talk, decision: { rating } }) =>
    rating === undefined || !(rating >= 1 && rating <= 5)
      ? []
      : [{ id: ctx.ids.uuid(), conversationId: talk.id, score: rating }],
  );
  if (rows.length === 0) return;
  await tx.run(keep, [ctx.workspaceId, JSON.stringify(rows), ctx.clock.now()]);
  await record(
    tx,
    ctx,
    rows.map(({ conversationId, score }) => ({ type: 'conversation.rated', conversationId, data: { score } })),
  );
}
