import { sql, type Tx } from '@balcao/db';
import type { HistoryEyes } from './read-history.ts';

export interface TalkOfContact {
  readonly id: string;
  readonly channelId: string;
  readonly unread: number;
  readonly lastMessageAt: Date | null;
  readonly windowUntil: Date | null;
  readonly createdAt: Date;
}

export interface TicketOfContact {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly protocol: string;
  readonly status: string;
  readonly priority: number;
  readonly subject: string | null;
  readonly departmentId: string | null;
  readonly assigneeId: string | null;
  readonly openedAt: Date;
  readonly resolvedAt: Date | null;
}

// Indexes: conversations_of_contact, tickets_of_conversation.
const talks = sql(
  'contacts/talks',
  `select id, channel_id as "channelId", unread, last_message_at as "lastMessageAt", window_until as "windowUntil", created_at as "createdAt"
     from conversations where contact_id = any ($1::uuid[]) and merged_into is null
      and may_see_conversation(workspace_id, id, $2::uuid[], $3::uuid)
    order by coalesce(last_message_at, created_at) desc limit 50`,
);
// Index: tickets_of_contact.
const tickets = sql(
  'contacts/tickets',
  `select t.id, t.conversation_id as "conversationId", t.channel_id as "channelId", t.protocol, t.status, t.priority, t.subject,
          t.department_id as "departmentId", t.assignee_id as "assigneeId", t.opened_at as "openedAt", t.resolved_at as "resolvedAt"
     from tickets t where t.contact_id = any ($1::uuid[])
      and ($2::uuid[] is null or t.department_id = any ($2::uuid[]) or t.assignee_id = $3::uuid
            or (t.department_id is null and (t.team_id is null or t.team_id = any ($2::uuid[]))))
    order by t.id desc limit 50`,
);

/** The last fifty talks and tickets of a person on all channels. */
export async function readTalks(
  tx: Tx,
  contactIds: readonly string[],
  eyes: HistoryEyes,
): Promise<{ conversations: TalkOfContact[]; tickets: TicketOfContact[] }> {
  const [conversations, ofTickets] = await Promise.all([
    tx.rows<TalkOfContact>(talks, [contactIds, eyes.departments, eyes.memberId]),
    tx.rows<TicketOfContact>(tickets, [contactIds, eyes.departments, eyes.memberId]),
  ]);
  return { conversations, tickets: ofTickets };
}
