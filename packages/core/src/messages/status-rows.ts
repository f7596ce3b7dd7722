import { sql } from '@balcao/db';

/**
 * Statuses of one channel, in any order, any number of times: each message's rank only rises, each status keeps its earliest time.
 * A message is found by its provider's id, else by our own tag; nobody's statuses wait in early_statuses.
 * A status of a send whose answer we never had settles it: its outbox row goes.
 * Keys are handed down (lateral, any(array …)): a plan kept from when the tables were empty would read all of them each time.
 */
export const advanceStatuses = sql(
  'messages/advance-status',
  `with input as materialized (
     select * from json_to_recordset($3::json) as x(
       "providerId" text, tag uuid, status text, at timestamptz, "errorCode" int, "errorDetail" text, pricing jsonb)
   ), found as materialized (
     select i.*, status_rank(i.status) as rank, coalesce(r.message_id, i.tag) as message_id, r.message_id is null as by_tag
     from input i left join lateral (
       select r.message_id from message_refs r
       where r.workspace_id = $1 and r.channel_id = $2 and r.provider_id = i."providerId" limit 1
     ) r on true
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
     select m.* from merged g cross join lateral (
       select m.id, m.conversation_id, m.status, m.provider_id from messages m
       where m.workspace_id = $1 and m.id = g.message_id and m.direction = 'out' limit 1
     ) m
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
     where m.workspace_id = $1 and m.id = any(array(select id from known)) and m.id = g.message_id and (
       g.rank > status_rank(m.status) or m.provider_id is null
       or g.accepted_at < coalesce(m.accepted_at, 'infinity') or g.sent_at < coalesce(m.sent_at, 'infinity')
       or g.delivered_at < coalesce(m.delivered_at, 'infinity') or g.read_at < coalesce(m.read_at, 'infinity')
       or g.played_at < coalesce(m.played_at, 'infinity') or g.failed_at < coalesce(m.failed_at, 'infinity')
       or g.pricing_rank > coalesce(m.pricing_rank, -1))
     returning m.id, m.conversation_id, m.status, m.error_code
   ), settled as (
     delete from outbox o using known k join merged g on g.message_id = k.id and g.rank >= 10
     where o.workspace_id = $1 and o.message_id = any(array(select id from known where status_rank(status) < 10))
       and o.message_id = k.id and status_rank(k.status) < 10
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

/** Early statuses whose message is known by now: the two crossed on the way. Index: early_statuses_by_age. */
export const earlyThatCanSettle = sql(
  'messages/early-that-can-settle',
  `select e.channel_id as "channelId", e.provider_id as "providerId"
   from early_statuses e
   cross join lateral (
     select 1 from message_refs where workspace_id = $1 and channel_id = e.channel_id and provider_id = e.provider_id limit 1) r
   where e.workspace_id = $1 and e.received_at >= $2 limit 500`,
);

/** The newest final refusal of a channel, for its health page. Primary key. */
export const noteFailure = sql(
  'messages/note-failure',
  `insert into channel_signs as s (workspace_id, channel_id, last_failure_at, last_failure_code, last_failure_sentence)
   values ($1, $2, $3, $4, $5)
   on conflict (workspace_id, channel_id) do update set last_failure_at = excluded.last_failure_at,
     last_failure_code = excluded.last_failure_code, last_failure_sentence = excluded.last_failure_sentence`,
);

/** Those of them that are reactions of ours: to which message, and when. messages_pkey, in the month of each. */
export const failedReactions = sql(
  'messages/failed-reactions',
  `select m.content->>'targetId' as "providerId", m.created_at as at from unnest($2::uuid[]) as k(id)
   cross join lateral (select kind, content, created_at from messages where workspace_id = $1 and id = k.id limit 1) m
   where m.kind = 'reaction'`,
);
