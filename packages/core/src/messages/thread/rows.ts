import { sql } from '@balcao/db';

/**
 * What is read around each message of a page: the quoted one, reactions, what stood there before an edit, files, the repetition
 * of a failed one, and why it still waits. Every lateral is one look by a whole key: message_refs_pkey, messages_pkey, reactions_pkey,
 * amendments_of_message, media_pkey, message_client_ids_pkey, outbox_pkey.
 */
const around = (page: string) => `with page as materialized (${page})
   select p.id, p.conversation_id as "conversationId", p.channel_id as "channelId", p.client_id as "clientId", p.seq::int as seq, p.direction, p.origin,
     p.author_id as "authorId", p.kind, p.body as text, p.content, p.status, p.provider_id as "providerId", p.reply_to as "replyTo",
     p.retry_of as "retryOf", p.at, p.created_at as "createdAt", p.sent_at as "sentAt", p.delivered_at as "deliveredAt",
     p.read_at as "readAt", p.played_at as "playedAt", p.failed_at as "failedAt", p.edited_at as "editedAt",
     p.revoked_at as "revokedAt", p.error_code as "errorCode", p.error_detail as "errorDetail",
     q.quote, r.reactions, e.edits, f.media, h.header as "headerMedia", n.message_id as "retriedBy", o.reason as "waitsFor"
   from page p
   left join lateral (
     select json_build_object('id', qm.id, 'direction', qm.direction, 'origin', qm.origin, 'authorId', qm.author_id, 'kind', qm.kind,
       'media', qm.content->>'media', 'text', left(qm.body, 200), 'mediaId', qm.media_id, 'revoked', qm.revoked_at is not null) as quote
     from (select message_id from message_refs
           where workspace_id = $1 and channel_id = p.channel_id and provider_id = p.reply_to limit 1) ref
     cross join lateral (select * from messages where workspace_id = $1 and id = ref.message_id limit 1) qm
   ) q on p.reply_to is not null
   left join lateral (
     select json_agg(json_build_object('by', by_whom, 'emoji', emoji, 'at', at) order by by_whom) as reactions
     from reactions where workspace_id = $1 and channel_id = p.channel_id and provider_id = p.provider_id and emoji is not null
   ) r on p.provider_id is not null
   left join lateral (
     select json_agg(json_build_object('at', a.at, 'text', a.previous->>'body') order by a.at) as edits
     from amendments a
     where a.workspace_id = $1 and a.channel_id = p.channel_id and a.target_provider_id = p.provider_id
       and a.kind = 'edit' and a.applied_at is not null
   ) e on p.edited_at is not null
   left join lateral (select ${fileOf('m')} as media from media m where m.workspace_id = $1 and m.id = p.media_id limit 1) f
     on p.media_id is not null
   left join lateral (
     select ${fileOf('m')} as header from media m
     where m.workspace_id = $1 and m.id = (p.content->'header'->'source'->>'mediaId')::uuid limit 1
   ) h on p.content->'header'->'source' ? 'mediaId'
   left join lateral (
     select message_id from message_client_ids
     where workspace_id = $1 and conversation_id = p.conversation_id and client_id = 'retry:' || p.id limit 1
   ) n on p.status = 'failed'
   left join lateral (
     select case when ch.state = 'active' then ob.reason else 'held ' || coalesce(ch.state_reason, '') end as reason
     from (select reason from outbox where workspace_id = $1 and message_id = p.id limit 1) ob
     cross join lateral (select state, state_reason from channels where workspace_id = $1 and id = p.channel_id limit 1) ch
   ) o on p.status in ('queued', 'unknown')`;

function fileOf(m: string): string {
  return `json_build_object('id', ${m}.id, 'kind', ${m}.kind, 'state', ${m}.state, 'mime', ${m}.mime, 'size', ${m}.size,
    'fileName', ${m}.file_name, 'voice', ${m}.voice, 'reason', ${m}.reason)`;
}

/** A page going back in time; reactions stand at what they are about. Index: messages_of_conversation, in each month from the newest; a bound is always given. */
export const threadBefore = sql(
  'messages/thread-before',
  `${around(`select m.*, $5::uuid as channel_id
     from unnest($2::uuid[]) as c(id)
     cross join lateral (
       select * from messages m where m.workspace_id = $1 and m.conversation_id = c.id and m.id < $3 and m.kind <> 'reaction'
       order by m.id desc limit $4) m
     order by m.id desc limit $4`)}
   order by p.id desc`,
);

/** A page going forward, from a message on. Same index. */
export const threadAfter = sql(
  'messages/thread-after',
  `${around(`select m.*, $5::uuid as channel_id
     from unnest($2::uuid[]) as c(id)
     cross join lateral (
       select * from messages m where m.workspace_id = $1 and m.conversation_id = c.id and m.id > $3 and m.kind <> 'reaction'
       order by m.id limit $4) m
     order by m.id limit $4`)}
   order by p.id desc`,
);

/** Some messages by their ids, of any conversation. Primary keys. */
export const threadByIds = sql(
  'messages/thread-by-ids',
  `${around(`select m.*, c.channel_id
     from unnest($2::uuid[]) as x(id)
     cross join lateral (select * from messages where workspace_id = $1 and id = x.id limit 1) m
     cross join lateral (select channel_id from conversations where workspace_id = $1 and id = m.conversation_id limit 1) c`)}
   order by p.id desc`,
);

/**
 * The conversation that answers for this id, those joined with it, and what decides who may see it: its newest ticket's place.
 * Primary keys, conversations_merged, tickets_of_conversation.
 * With its limit the first look stays by itself: COALESCE is not leakproof, and as a condition it would reach no index under row-level security.
 */
export const threadPlace = sql(
  'messages/thread-place',
  `select k.id, k.channel_id as "channelId", k.contact_id as "contactId", k.floor, k.window_until as "windowUntil", k.unread,
     ch.state as "channelState", array(select j.id from conversations j where j.workspace_id = $1 and j.merged_into = k.id) as joined,
     t.id as "ticketId", t.department_id as "departmentId", t.team_id as "teamId", t.assignee_id as "assigneeId"
   from (select coalesce(merged_into, id) as id from conversations where workspace_id = $1 and id = $2 limit 1) c
   cross join lateral (select * from conversations where workspace_id = $1 and id = c.id limit 1) k
   cross join lateral (select state from channels where workspace_id = $1 and id = k.channel_id limit 1) ch
   left join lateral (
     select id, department_id, team_id, assignee_id from tickets
     where workspace_id = $1 and conversation_id = k.id order by (status <> 'resolved') desc, id desc limit 1) t on true`,
);
