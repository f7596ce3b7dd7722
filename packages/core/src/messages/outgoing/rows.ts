import { sql } from '@balcao/db';

/** The second of two at once waits for the first to commit, and finds its message. Primary key of message_client_ids. */
export const claimClientId = sql(
  'messages/claim-client-id',
  `insert into message_client_ids (workspace_id, conversation_id, client_id, message_id) values ($1, $2, $3, $4)
   on conflict do nothing`,
);

export const messageOfClientId = sql(
  'messages/of-client-id',
  `select m.id, m.conversation_id as "conversationId", m.client_id as "clientId", m.seq::int as seq, m.status
   from (select message_id from message_client_ids where workspace_id = $1 and conversation_id = $2 and client_id = $3) k
   cross join lateral (select * from messages where workspace_id = $1 and id = k.message_id limit 1) m`,
);

/** One message with where it belongs. Primary keys. */
export const findMessage = sql(
  'messages/find',
  `select m.id, m.conversation_id as "conversationId", m.seq::int as seq, m.direction, m.origin, m.kind, m.body as text, m.content,
     m.status, m.provider_id as "providerId", m.reply_to as "replyTo", m.revoked_at as "revokedAt", m.error_code as "errorCode",
     c.channel_id as "channelId"
   from messages m
   cross join lateral (select channel_id from conversations where workspace_id = $1 and id = m.conversation_id limit 1) c
   where m.workspace_id = $1 and m.id = $2`,
);

/**
 * The bot's replies that have not gone: they must not come after a person's word. Those on their way out are marked, so that
 * they go no further should they come back to the queue. Index: outbox_lane.
 */
export const withdrawReplies = sql(
  'messages/withdraw-replies',
  `with waiting as (
     select o.message_id from outbox o
     where o.workspace_id = $1 and o.conversation_id = $2 and o.by_bot and not o.withdrawn
     order by o.seq
     for no key update of o
   )
   update outbox o set withdrawn = true from waiting w
   where o.workspace_id = $1 and o.message_id = any(array(select message_id from waiting)) and o.message_id = w.message_id
   returning o.message_id as id, o.state`,
);
