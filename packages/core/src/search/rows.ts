import { sql } from '@balcao/db';

/** Whose eyes look: null departments see all; teams are among them. */
export interface Eyes {
  readonly departments: readonly string[] | null;
  readonly memberId: string | null;
}

// Indexes: contacts_by_name, contacts_pkey, contacts_words, inside the function.
export const findNames = sql(
  'search/contact-names',
  'select contact_id as id from search_contact_names($1, $2, $3, $4)',
);
// Indexes: contact_identities_pkey, contact_identities_digits, inside the function.
export const findDigits = sql('search/contact-digits', 'select contact_id as id from search_phone_digits($1, $2)');
// Index: contact_identities_key.
export const findKeys = sql(
  'search/contact-keys',
  `select i.contact_id as id from unnest($2::text[]) as k(key)
    cross join lateral (select i.contact_id from contact_identities i where i.kind = $1 and i.key = k.key limit 1) i limit $3`,
);

// Indexes: contacts_pkey, contact_identities_of_contact, conversations_of_contact, tickets_of_open_conversation.
export const showContacts = sql(
  'search/show-contacts',
  `select c.id as "contactId", coalesce(c.name, c.profile_name, c.username) as name, p.e164, p.value, c.blocked_at is not null as blocked,
          v.id as "conversationId", t.id as "ticketId"
     from unnest($1::uuid[]) with ordinality as k(id, n)
     cross join lateral (select c.* from contacts c where c.id = k.id and c.merged_into is null limit 1) c
     left join lateral (
       select i.e164, i.value from contact_identities i where i.contact_id = c.id and i.kind = 'phone' order by i.last_seen_at desc limit 1) p on true
     left join lateral (
       select v.id from conversations v where v.workspace_id = c.workspace_id and v.contact_id = c.id and v.merged_into is null
        order by coalesce(v.last_message_at, v.created_at) desc limit 1) v on true
     left join lateral (
       select t.id from tickets t where t.workspace_id = c.workspace_id and t.conversation_id = v.id and t.status <> 'resolved'
          and ($2::uuid[] is null or t.department_id = any ($2::uuid[]) or t.assignee_id = $3::uuid
            or (t.department_id is null and (t.team_id is null or t.team_id = any ($2::uuid[])))) limit 1) t on true
    order by k.n`,
);

// Indexes: ticket_search_pkey, ticket_search_text, inside the function; then tickets_pkey, contacts_pkey, contact_identities_of_contact.
export const findTickets = sql(
  'search/tickets',
  `select t.id as "ticketId", t.conversation_id as "conversationId", t.contact_id as "contactId", t.channel_id as "channelId", t.protocol,
          t.subject, t.status, t.department_id as "departmentId", t.assignee_id as "assigneeId", t.opened_at as "openedAt",
          t.last_message_at as "lastMessageAt", c.name, p.e164, p.value
     from search_tickets($1, $2, $3, $4) with ordinality as k(id, n)
     cross join lateral (select t.* from tickets t where t.id = k.id limit 1) t
     left join lateral (select coalesce(c.name, c.profile_name, c.username) as name from contacts c where c.id = t.contact_id limit 1) c on true
     left join lateral (
       select i.e164, i.value from contact_identities i where i.contact_id = t.contact_id and i.kind = 'phone' order by i.last_seen_at desc limit 1) p on true
    order by k.n`,
);

const shownMessage = `m.id as "messageId", v.standing as "conversationId", v.contact_id as "contactId", v.channel_id as "channelId",
          t.id as "ticketId", m.seq::int as seq, m.direction, m.kind, m.at, m.body, c.name, p.e164, p.value`;
// COALESCE is not leakproof: computed within the conversation's own subquery, what it gives reaches the tickets' index.
const beside = `
     cross join lateral (
       select v.*, coalesce(v.merged_into, v.id) as standing from conversations v where v.id = m.conversation_id limit 1) v
     left join lateral (
       select t.id from tickets t where t.workspace_id = v.workspace_id and t.conversation_id = v.standing
          and ($3::uuid[] is null or t.department_id = any ($3::uuid[]) or t.assignee_id = $4::uuid
            or (t.department_id is null and (t.team_id is null or t.team_id = any ($3::uuid[]))))
        order by t.id desc limit 1) t on true
     left join lateral (select coalesce(c.name, c.profile_name, c.username) as name from contacts c where c.id = v.contact_id limit 1) c on true
     left join lateral (
       select i.e164, i.value from contact_identities i where i.contact_id = v.contact_id and i.kind = 'phone' order by i.last_seen_at desc limit 1) p on true`;

// Indexes: message_search_pkey, message_search_words, inside the function; then the keys of messages, conversations, contacts.
export const findMessages = sql(
  'search/messages',
  `select ${shownMessage}
     from search_messages($1, $5, $2, $3, $4) with ordinality as k(id, n)
     cross join lateral (select m.* from messages m where m.id = k.id and m.revoked_at is null limit 1) m ${beside}
    order by k.n`,
);

// Index: messages_of_conversation; a talk is short enough to be looked through (the newest twenty thousand).
export const findInConversation = sql(
  'search/in-conversation',
  `select ${shownMessage}
     from (select m.* from messages m
            where m.conversation_id = $6 and m.id < $5 and m.revoked_at is null and m.body is not null
            order by m.id desc limit 20000) m
     cross join lateral (
       select s.id from message_search s where s.workspace_id = m.workspace_id and s.id = m.id and s.words @@ $1::tsquery limit 1) s ${beside}
    where may_see_conversation(m.workspace_id, v.standing, $3, $4)
    order by m.id desc limit $2`,
);
