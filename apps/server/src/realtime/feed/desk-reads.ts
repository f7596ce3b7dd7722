import type { InboxItem, Language, RealtimeMessage, TicketEvent } from '@balcao/contract';
import type { LedgerEvent } from '@balcao/core/ledger';
import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import type { Place } from '../seat.ts';

/** What a feed asks the rooms, once per tick for everybody. */
export interface DeskReads {
  items(ctx: WorkspaceCtx, tx: Tx, conversationIds: readonly string[]): Promise<InboxItem[]>;
  messages(ctx: WorkspaceCtx, tx: Tx, messageIds: readonly string[], language: Language): Promise<RealtimeMessage[]>;
  /** Lines of the tickets' histories, by the id of the ledger's event; what it does not know is read by the screen itself. */
  histories(ctx: WorkspaceCtx, tx: Tx, events: readonly LedgerEvent[]): Promise<ReadonlyMap<string, TicketEvent>>;
}

// Indexes: conversations_pkey, tickets_of_conversation. The ticket under way decides; without one, the last that was.
const places = sql(
  'realtime/places',
  `select c.id as "conversationId", t.id as "ticketId", t.department_id as "departmentId", t.team_id as "teamId", t.assignee_id as "assigneeId"
     from conversations c
     left join lateral (
       select id, department_id, team_id, assignee_id from tickets
        where workspace_id = $1 and conversation_id = c.id
        order by (status <> 'resolved') desc, id desc limit 1) t on true
    where c.workspace_id = $1 and c.id = any($2::uuid[])`,
);

/** A conversation that is not there, or is another workspace's, has no place. */
export async function placesOf(
  ctx: WorkspaceCtx,
  tx: Tx,
  conversationIds: readonly string[],
): Promise<Map<string, Place>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await tx.rows<Place & { conversationId: string }>(places, [ctx.workspaceId, conversationIds]);
  return new Map(rows.map(({ conversationId, ...place }) => [conversationId, place]));
}
