import { sql } from '@balcao/db';

/** At most one of a conversation is not resolved: tickets_of_open_conversation decides. */
export const openTicketRow = sql(
  'tickets/open',
  `insert into tickets (workspace_id, id, conversation_id, contact_id, channel_id, protocol, status, subject, department_id, assignee_id,
     opened_by, opened_at, queued_at, assigned_at, last_message_at, updated_at)
   select $1, $2, c.id, c.contact_id, c.channel_id, next_ticket_protocol($3, $4), $5, $6, $7, $8, $9, $3,
     case when $8::uuid is null then $3 end, case when $8::uuid is not null then $3 end, $3, $3
   from conversations c where c.workspace_id = $1 and c.id = $10
   on conflict (workspace_id, conversation_id) where status <> 'resolved' do nothing
   returning id, contact_id as "contactId"`,
);
