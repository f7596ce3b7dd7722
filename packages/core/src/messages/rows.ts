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
       content jsonb, status text, "replyTo" text, "mediaId" uuid, "receiptId" uuid, at timestamptz, live boolean, wakes boolean)
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
       max(k.at) filter (where k.live and k.direction = 'in') as last_in
     from kept k group by 1
   ), bumped as (
     update conversations c set
       last_seq = c.last_seq + t.n,
       unread = c.unread + t.unread,
       last_inbound_at = greatest(c.last_inbound_at, t.last_in),
       window_until = greatest(c.window_until, t.last_in + interval '24 hours')
     from talks t
     where c.workspace_id = $1 and c.id = t.id
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
     select $1, p."conversationId", min(p.seq), (array_agg(p.id order by p.seq))[1], $5, $4
     from placed p where p.wakes group by p."conversationId" order by p."conversationId"
     on conflict (workspace_id, conversation_id) do update set due_at = excluded.due_at
   )
   select id, seq::int as seq, n from placed order by n`,
);

/** Queues a batch for sending: a place in each conversation, its slot in the pair's pace, the message and its outbox row. */
export const queueReplies = sql(
  'messages/queue-reply',
  `with input as materialized (
     select * from json_to_recordset($2::json) as x(
       n int, id uuid, "conversationId" uuid, "channelId" uuid, origin text, kind text, body text, content jsonb,
       "replyTo" text, "mediaId" uuid, paced boolean)
   ), placed as (
     select i.*, row_number() over (partition by i."conversationId" order by i.n) as place from input i
   ), talks as (
     select i."conversationId" as id, count(*) as n, count(*) filter (where i.paced) as paced from input i group by 1
   ), bumped as (
     update conversations c set
       last_seq = c.last_seq + t.n,
       pair_paid_until = case when t.paced = 0 then c.pair_paid_until
         else greatest(c.pair_paid_until, $3) + t.paced * $4 * interval '1 millisecond' end
     from talks t
     where c.workspace_id = $1 and c.id = t.id
     returning c.id, c.last_seq - t.n as base, c.wa_id, c.bsuid,
       c.pair_paid_until - t.paced * $4 * interval '1 millisecond' as slot
   ), ready as materialized (
     select p.*, b.base + p.place as seq, b.wa_id, b.bsuid,
       case when p.paced then greatest($3, b.slot + ((p.place - 1) * $4 - $5) * interval '1 millisecond') else $3 end as not_before
     from placed p join bumped b on b.id = p."conversationId"
   ), stored as (
     insert into messages (workspace_id, id, conversation_id, seq, direction, origin, kind, body, content, status,
       reply_to, media_id, at, created_at)
     select $1, r.id, r."conversationId", r.seq, 'out', r.origin, r.kind, r.body, r.content, 'queued',
       r."replyTo", r."mediaId", $3, $3
     from ready r
   ), waiting as (
     insert into outbox (workspace_id, message_id, conversation_id, channel_id, seq, not_before, queued_at)
     select $1, r.id, r."conversationId", r."channelId", r.seq, r.not_before, $3
     from ready r
   )
   select id, "conversationId", seq::int as seq, wa_id as "waId", bsuid, not_before as "notBefore" from ready order by n`,
);

/**
 * Statuses of one channel, in any order, any number of times: each message's rank only rises, each status keeps its earliest time.
 * A message is found by its provider's id, else by our own tag; nobody's statuses wait in early_statuses.
 * A status of a send whose answer we never had settles it: its outbox row goes.
 */
export const advanceStatuses = sql(
  'messages/advance-status',
  `with input as materialized (
     select * from json_to_recordset($3::json) as x(
       "providerId" text, tag uuid, status text, at timestamptz, "errorCode" int, "errorDetail" text, pricing jsonb)
   ), found as materialized (
     select i.*, status_rank(i.status) as rank, coalesce(r.message_id, i.tag) as message_id, r.message_id is null as by_tag
     from input i left join message_refs r
       on r.workspace_id = $1 and r.channel_id = $2 and r.provider_id = i."providerId"
   ), merged as (
     select f.message_id, max(f.rank) as rank, (array_agg(f.status order by f.rank desc))[1] as status,
       min(f.at) filter (where f.status = 'accepted') as accepted_at,
       min(f.at) filter (where f.status = 'sent') as sent_at,
       min(f.at) filter (where f.status = 'delivered') as delivered_at,
       min(f.at) filter (where f.status = 'read') as read_at,
       min(f.at) filter (where f.status = 'played') as played_at,
       min(f.at) filter (where f.status = 'failed') as failed_at,
       max(f."errorCode") as error_code, max(f."errorDetail") as error_detail,
       (array_agg(f.pricing order by f.rank desc, f.pricing::text) filter (where f.pricing is not null))[1] as pricing,
       max(f.rank) filter (where f.pricing is not null) as pricing_rank,
       min(f."providerId") as provider_id
     from found f where f.message_id is not null group by f.message_id
   ), known as materialized (
     select m.id, m.conversation_id, m.status, m.provider_id from merged g
     join messages m on m.workspace_id = $1 and m.id = g.message_id and m.direction = 'out'
   ), moved as (
     update messages m set
       status = case when g.rank > status_rank(m.status) then g.status else m.status end,
       provider_id = coalesce(m.provider_id, g.provider_id),
       accepted_at = least(m.accepted_at, g.accepted_at),
       sent_at = least(m.sent_at, g.sent_at),
       delivered_at = least(m.delivered_at, g.delivered_at),
       read_at = least(m.read_at, g.read_at),
       played_at = least(m.played_at, g.played_at),
       failed_at = least(m.failed_at, g.failed_at),
       error_code = greatest(m.error_code, g.error_code),
       error_detail = greatest(m.error_detail, g.error_detail),
       pricing = case when g.pricing_rank > coalesce(m.pricing_rank, -1) then g.pricing else m.pricing end,
       pricing_rank = greatest(m.pricing_rank, g.pricing_rank)
     from merged g join known k on k.id = g.message_id
     where m.workspace_id = $1 and m.id = g.message_id and (
       g.rank > status_rank(m.status) or m.provider_id is null
       or g.accepted_at < coalesce(m.accepted_at, 'infinity') or g.sent_at < coalesce(m.sent_at, 'infinity')
       or g.delivered_at < coalesce(m.delivered_at, 'infinity') or g.read_at < coalesce(m.read_at, 'infinity')
       or g.played_at < coalesce(m.played_at, 'infinity') or g.failed_at < coalesce(m.failed_at, 'infinity')
       or g.pricing_rank > coalesce(m.pricing_rank, -1))
     returning m.id, m.conversation_id, m.status, m.error_code
   ), settled as (
     delete from outbox o using known k join merged g on g.message_id = k.id and g.rank >= 10
     where o.workspace_id = $1 and o.message_id = k.id and status_rank(k.status) < 10
   ), refs as (
     insert into message_refs (workspace_id, channel_id, provider_id, message_id)
     select distinct $1::uuid, $2::uuid, f."providerId", k.id from found f join known k on k.id = f.message_id
     where f.by_tag and f."providerId" is not null
     order by f."providerId" on conflict do nothing
   ), early as (
     insert into early_statuses (workspace_id, channel_id, provider_id, status, at, error_code, error_detail, pricing, received_at)
     select $1::uuid, $2::uuid, f."providerId", f.status, min(f.at), max(f."errorCode"), max(f."errorDetail"),
       (array_agg(f.pricing) filter (where f.pricing is not null))[1], $4::timestamptz
     from found f left join known k on k.id = f.message_id
     where k.id is null and f."providerId" is not null
     group by f."providerId", f.status order by f."providerId", f.status
     on conflict (workspace_id, channel_id, provider_id, status) do update set at = least(early_statuses.at, excluded.at)
   )
   select v.id, v.conversation_id as "conversationId", v.status, v.error_code as "errorCode", k.status as before
   from moved v join known k on k.id = v.id`,
);

/** Statuses that were here before their message; the caller applies what it takes. */
export const takeEarlyStatuses = sql(
  'messages/take-early-statuses',
  `delete from early_statuses where workspace_id = $1 and channel_id = $2 and provider_id = any($3::text[])
   returning provider_id as "providerId", status, at, error_code as "errorCode", error_detail as "errorDetail", pricing`,
);

/** Early statuses whose message is known by now: the two crossed on the way. */
export const earlyThatCanSettle = sql(
  'messages/early-that-can-settle',
  `select e.channel_id as "channelId", e.provider_id as "providerId"
   from early_statuses e
   join message_refs r on r.workspace_id = e.workspace_id and r.channel_id = e.channel_id and r.provider_id = e.provider_id
   where e.workspace_id = $1 limit 500`,
);

/** For the sweeper, across workspaces: who has something that waits for its message, and has it now. */
export const workspacesWithStragglers = sql(
  'messages/workspaces-with-stragglers',
  `select distinct workspace_id as "workspaceId" from early_statuses
   union select workspace_id from amendments where applied_at is null`,
);

export const forgetOldStragglers = sql(
  'messages/forget-old-stragglers',
  `with old as (delete from early_statuses where workspace_id = $1 and received_at < $2)
   update amendments set applied_at = $2 where workspace_id = $1 and applied_at is null and received_at < $2`,
);

export const keepReactions = sql(
  'messages/keep-reactions',
  `insert into reactions (workspace_id, channel_id, provider_id, by_whom, emoji, at)
   select distinct on (x."providerId", x."byWhom") $1::uuid, $2::uuid, x."providerId", x."byWhom", x.emoji, x.at
   from json_to_recordset($3::json) as x(n int, "providerId" text, "byWhom" text, emoji text, at timestamptz)
   order by x."providerId", x."byWhom", x.at desc, x.n desc
   on conflict (workspace_id, channel_id, provider_id, by_whom)
     do update set emoji = excluded.emoji, at = excluded.at where excluded.at >= reactions.at`,
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
   join message_refs r on r.workspace_id = a.workspace_id and r.channel_id = a.channel_id and r.provider_id = a.target_provider_id
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
export const messageColumns = `m.id, m.conversation_id as "conversationId", m.seq::int as seq, m.direction, m.origin, m.kind, m.body as text, m.content,
     m.status, m.provider_id as "providerId", m.reply_to as "replyTo", m.media_id as "mediaId", m.at,
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
