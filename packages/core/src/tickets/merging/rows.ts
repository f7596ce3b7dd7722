import { sql } from '@balcao/db';

/** Index: tickets_of_contact. */
export const moveToContact = sql(
  'tickets/move-to-contact',
  'update tickets set contact_id = $3 where workspace_id = $1 and contact_id = $2 returning id',
);

/** What belonged to the contact before, and what was opened since in its conversations. Indexes: primary key, tickets_of_conversation. */
export const giveBackToContact = sql(
  'tickets/give-back-to-contact',
  `update tickets set contact_id = $2
   where workspace_id = $1 and (id = any($3::uuid[]) or conversation_id = any($4::uuid[]))`,
);

/** Conversations that point at the one they became, with what is unresolved in both. Indexes: primary key, tickets_of_open_conversation. */
export const pointedPairs = sql(
  'tickets/pointed-pairs',
  `select c.id as "from", c.merged_into as "into" from conversations c
   where c.workspace_id = $1 and c.id = any($2::uuid[]) and c.merged_into is not null order by c.id`,
);

export const unresolvedOf = sql(
  'tickets/unresolved-of',
  `select t.id, t.conversation_id as "conversationId", t.opened_at as "openedAt" from unnest($2::uuid[]) as k(id)
   cross join lateral (
     select id, conversation_id, opened_at from tickets
     where workspace_id = $1 and conversation_id = k.id and status <> 'resolved' limit 1) t`,
);

/** Only where nothing unresolved stands in its way: tickets_of_open_conversation. */
export const moveToConversation = sql(
  'tickets/move-to-conversation',
  `update tickets t set conversation_id = $3
   where t.workspace_id = $1 and t.id = $2 and (t.status = 'resolved' or not exists (
     select from tickets o where o.workspace_id = $1 and o.conversation_id = $3 and o.status <> 'resolved' and o.id <> $2))`,
);
