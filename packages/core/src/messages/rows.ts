import { sql } from '@balcao/db';

/**
 * Takes in a batch of one channel, in order: dedupe by the provider's id, a place in each conversation, the rows, the turn's work.
 * One statement, so that a batch costs one round trip. Primary keys of message_refs, conversations, turn_work.
 */
export const receiveMessages = sql(
  'messages/receive',
  `with input as materialized (
     select * from json_to_recordset($3::json) as x(
       n int, id uuid, "conversationId" uuid, "providerId" text, direction text, origin text, kind text, body text,
       content jsonb, status text, "replyTo" text, "mediaId" uuid, "receiptId" uuid, at timestamptz, live boolean, wakes boolean, "waitMs" int)
   ), fresh as (
     insert into message_refs (workspace_id, channel_id, provider_id, message_id)
     select $1, $2, i."providerId", i.id from input i order by i."providerId"
     on conflict do nothing
     returning message_id
   ), kept as materialized (
     select i.*, row_number() over (partition by i."conversationId" order by i.n) as place
     from input i join fresh f on f.message_id = i.id
   ), talks as (
     select k."conversationId" as id, count(*) as n,
       count(*) filter (where k.live and k.direction = 'in') as unread,
       max(k.at) filter (where k.live and k.direction = 'in') as last_in,
       (array_agg(k.id order by k.n desc))[1] as last_id,
       max(case when k.live then $4 else k.at end) as last_at
     from kept k group by 1
   ), bumped as (
     update conversations c set
       last_seq = c.last_seq + t.n,
       unread = c.unread + t.unread,
       last_inbound_at = greatest(c.last_inbound_at, t.last_in),
       window_until = greatest(c.window_until, t.last_in + interval '24 hours'),
       -- What was brought in from the past shows only where nothing newer is.
       last_message_id = case when t.last_at >= coalesce(c.last_message_at, '-infinity') then t.last_id else c.last_message_id end,
       last_message_at = greatest(c.last_message_at, t.last_at)
     from talks t
     where c.workspace_id = $1 and c.id = any(array(select id from talks)) and c.id = t.id
     returning c.id, c.last_seq - t.n as base
   ), placed as materialized (
     select k.*, b.base + k.place as seq from kept k left join bumped b on b.id = k."conversationId"
   ), stored as (
     insert into messages (workspace_id, id, conversation_id, seq, direction, origin, kind, body, content, status,
       provider_id, reply_to, media_id, receipt_id, at, created_at)
     select $1, p.id, p."conversationId", p.seq, p.direction, p.origin, p.kind, p.body, p.content, p.status,
       p."providerId", p."replyTo", p."mediaId", p."receiptId", p.at, $4
     from placed p
   ), due as (
     insert into turn_work (workspace_id, conversation_id, from_seq, from_id, due_at, waiting_since)
     select $1, p."conversationId", min(p.seq), (array_agg(p.id order by p.seq))[1],
       $4 + coalesce((array_agg(p."waitMs" order by p.seq desc))[1], 0) * interval '1 millisecond', $4
     from placed p where p.wakes group by p."conversationId" order by p."conversationId"
     on conflict (workspace_id, conversation_id) do update
       set due_at = least(excluded.due_at, greatest($4, turn_work.waiting_since + $5 * interval '1 millisecond'))
   )
   select id, seq::int as seq, n from placed order by n`,
);

/**
 * Queues a batch for sending: a place in each conversation, its slot in the pair's pace, the message and its outbox row. What people say
 * moves the ticket up and may be its first answer (index: tickets_of_open_conversation); the bot's answer follows a message that did.
 */
export const queueReplies = sql(
  'messages/queue-reply',
  `with input as materialized (
     select * from json_to_recordset($2::json) as x(
       n int, id uuid, "conversationId" uuid, "channelId" uuid, origin text, kind text, body text, content jsonb,
       "replyTo" text, "mediaId" uuid, paced boolean, "authorId" uuid, "clientId" text, "retryOf" uuid)
   ), placed as (
     select i.*, row_number() over (partition by i."conversationId" order by i.n) as place from input i
   ), talks as (
     select i."conversationId" as id, count(*) as n, count(*) filter (where i.paced) as paced,
       (array_agg(i.id order by i.n desc))[1] as last_id, bool_or(i.origin <> 'bot') as by_people
     from input i group by 1
   ), bumped as (
     update conversations c set
       last_seq = c.last_seq + t.n,
       pair_paid_until = case when t.paced = 0 then c.pair_paid_until
         else greatest(c.pair_paid_until, $3) + t.paced * $4 * interval '1 millisecond' end,
       last_message_id = t.last_id,
       last_message_at = greatest(c.last_message_at, $3)
     from talks t
     where c.workspace_id = $1 and c.id = any(array(select id from talks)) and c.id = t.id
     returning c.id, c.last_seq - t.n as base, c.wa_id, c.bsuid,
       c.pair_paid_until - t.paced * $4 * interval '1 millisecond' as slot
   ), ready as materialized (
     select p.*, b.base + p.place as seq, b.wa_id, b.bsuid,
       case when p.paced then greatest($3, b.slot + ((p.place - 1) * $4 - $5) * interval '1 millisecond') else $3 end as not_before
     from placed p join bumped b on b.id = p."conversationId"
   ), stored as (
     insert into messages (workspace_id, id, conversation_id, seq, direction, origin, kind, body, content, status,
       reply_to, media_id, at, created_at, author_id, client_id, retry_of)
     select $1, r.id, r."conversationId", r.seq, 'out', r.origin, r.kind, r.body, r.content, 'queued',
       r."replyTo", r."mediaId", $3, $3, r."authorId", r."clientId", r."retryOf"
     from ready r
   ), waiting as (
     insert into outbox (workspace_id, message_id, conversation_id, channel_id, seq, not_before, queued_at, by_bot)
     select $1, r.id, r."conversationId", r."channelId", r.seq, r.not_before, $3, r.origin = 'bot'
     from ready r
   ), moved_up as (
     update tickets t set last_message_at = greatest(t.last_message_at, $3), first_reply_at = coalesce(t.first_reply_at, $3)
     where t.workspace_id = $1 and t.conversation_id = any(array(select id from talks where by_people)) and t.status <> 'resolved'
   )
   select id, "conversationId", seq::int as seq, wa_id as "waId", bsuid, not_before as "notBefore" from ready order by n`,
);

/** For the sweeper, across workspaces: who has something that waits for its message. Indexes: early_statuses_by_age, amendments_waiting. */
export const workspacesWithStragglers = sql(
  'messages/workspaces-with-stragglers',
  `select workspace_id as "workspaceId" from early_statuses where received_at >= $1
   union select workspace_id from amendments where applied_at is null and received_at >= $1`,
);

export const forgetOldStragglers = sql(
  'messages/forget-old-stragglers',
  `with old as (delete from early_statuses where workspace_id = $1 and received_at < $2)
   update amendments set applied_at = $2 where workspace_id = $1 and applied_at is null and received_at < $2`,
);

export const keepReactions = sql(
  'messages/keep-reactions',
  `with kept as (insert into reactions (workspace_id, channel_id, provider_id, by_whom, emoji, at)
   select distinct on (x."providerId", x."byWhom") $1::uuid, $2::uuid, x."providerId", x."byWhom", x.emoji, x.at
   from json_to_recordset($3::json) as x(n int, "providerId" text, "byWhom" text, emoji text, at timestamptz)
   order by x."providerId", x."byWhom", x.at desc, x.n desc
   on conflict (workspace_id, channel_id, provider_id, by_whom)
     do update set emoji = excluded.emoji, at = excluded.at where excluded.at >= reactions.at
   returning provider_id, by_whom)
   select k.by_whom as by, m.id as "messageId", m.conversation_id as "conversationId"
   from kept k
   left join lateral (
     select message_id from message_refs where workspace_id = $1 and channel_id = $2 and provider_id = k.provider_id limit 1) r on true
   left join lateral (select id, conversation_id from messages where workspace_id = $1 and id = r.message_id limit 1) m on true
   order by m.id`,
);

export const keepAmendments = sql(
  'messages/keep-amendments',
  `insert into amendments (workspace_id, channel_id, provider_id, target_provider_id, kind, at, body, content, received_at)
   select distinct on (x."providerId") $1::uuid, $2::uuid, x."providerId", x."targetId", x.kind, x.at, x.body, x.content, $4::timestamptz
   from json_to_recordset($3::json) as x("providerId" text, "targetId" text, kind text, at timestamptz, body text, content jsonb)
   order by x."providerId"
   on conflict do nothing`,
);

/** Amendments whose message is here, oldest first. Index: amendments_waiting. */
export const amendmentsToApply = sql(
  'messages/amendments-to-apply',
  `select a.channel_id as "channelId", a.provider_id as "providerId", a.kind, a.at, a.body, a.content, r.message_id as "messageId"
   from amendments a
   cross join lateral (
     select message_id from message_refs
     where workspace_id = $1 and channel_id = a.channel_id and provider_id = a.target_provider_id limit 1) r
   where a.workspace_id = $1 and a.applied_at is null
   order by a.at, a.provider_id limit 500
   for update of a`,
);

/** The newest edit stands; an older one that comes late changes nothing. */
export const applyAmendment = sql(
  'messages/apply-amendment',
  `with before as (
     select body, content from messages where workspace_id = $1 and id = $2
   ), changed as (
     update messages set
       body = case when $3 = 'edit' and $4 > coalesce(edited_at, '-infinity') then $5 else body end,
       content = case when $3 = 'edit' and $4 > coalesce(edited_at, '-infinity') then $6::jsonb else content end,
       edited_at = case when $3 = 'edit' then greatest(edited_at, $4) else edited_at end,
       revoked_at = case when $3 = 'revoke' then least(revoked_at, $4) else revoked_at end
     where workspace_id = $1 and id = $2
     returning conversation_id
   ), kept as (
     update amendments set applied_at = $9, previous = (select to_jsonb(before) from before)
     where workspace_id = $1 and channel_id = $7 and provider_id = $8
   )
   select conversation_id as "conversationId" from changed`,
);

/** The columns of `MessageRow`, of `messages m`. */
export const messageColumns = `m.id, m.conversation_id as "conversationId", m.seq::int as seq, m.direction, m.origin, m.kind,
     m.author_id as "authorId", m.body as text, m.content, m.status, m.provider_id as "providerId", m.reply_to as "replyTo", m.media_id as "mediaId", m.at,
     m.created_at as "createdAt", m.accepted_at as "acceptedAt", m.sent_at as "sentAt", m.delivered_at as "deliveredAt",
     m.read_at as "readAt", m.played_at as "playedAt", m.failed_at as "failedAt", m.edited_at as "editedAt",
     m.revoked_at as "revokedAt", m.error_code as "errorCode", m.error_detail as "errorDetail", m.pricing`;

/** A conversation's page, newest first. Index: messages_of_conversation. */
export const listMessages = sql(
  'messages/list',
  `select ${messageColumns}
   from messages m
   where m.workspace_id = $1 and m.conversation_id = any($2::uuid[])
     and ($3::uuid is null or m.id < $3)
   order by m.id desc limit $4`,
);
