import { sql } from '@balcao/db';

/** Channels with what the provider said last, what the conveyor noted, and what waits to go. Primary keys, outbox_by_channel. */
export const readHealth = sql(
  'workspaces/read-health',
  `select ch.id as "channelId", ch.state, ch.state_reason as "stateReason", h.checked_at as "checkedAt", h.answered_at as "answeredAt",
     coalesce(h.number, '{}') as number, coalesce(h.token, '{}') as token, h.subscribed, h.problem,
     s.last_receipt_at as "lastReceiptAt", s.last_failure_at as "lastFailureAt", s.last_failure_code as "lastFailureCode",
     s.last_failure_sentence as "lastFailureSentence", q.waiting, q.oldest as "oldestAt"
   from channels ch
   left join lateral (select * from channel_health where workspace_id = $1 and channel_id = ch.id limit 1) h on true
   left join lateral (select * from channel_signs where workspace_id = $1 and channel_id = ch.id limit 1) s on true
   cross join lateral (
     select count(*)::int as waiting, min(queued_at) as oldest
     from (select queued_at from outbox where workspace_id = $1 and channel_id = ch.id limit 10000) o) q
   where ch.workspace_id = $1 and ($2::uuid is null or ch.id = $2)
   order by ch.id`,
);

/** A part that was not answered keeps what was known of it. Returns what had been known before. */
export const keepHealth = sql(
  'workspaces/keep-health',
  `with before as (select number, token, subscribed from channel_health where workspace_id = $1 and channel_id = $2),
   kept as (
     insert into channel_health as h (workspace_id, channel_id, checked_at, answered_at, number, token, subscribed, problem, detail)
     select $1, id, $3, $4, coalesce($5::jsonb, '{}'), coalesce($6::jsonb, '{}'), $7, $8, $9
     from channels where workspace_id = $1 and id = $2
     on conflict (workspace_id, channel_id) do update set checked_at = excluded.checked_at,
       answered_at = coalesce(excluded.answered_at, h.answered_at), number = coalesce($5::jsonb, h.number),
       token = coalesce($6::jsonb, h.token), subscribed = coalesce(excluded.subscribed, h.subscribed),
       problem = excluded.problem, detail = excluded.detail
     returning number, token, subscribed)
   select b.number is distinct from k.number or b.token is distinct from k.token or b.subscribed is distinct from k.subscribed as changed
   from kept k left join before b on true`,
);

/** At most twice a minute for each channel: the row is no counter. */
export const noteReceipt = sql(
  'workspaces/note-receipt',
  `insert into channel_signs as s (workspace_id, channel_id, last_receipt_at) values ($1, $2, $3)
   on conflict (workspace_id, channel_id) do update set last_receipt_at = greatest(s.last_receipt_at, excluded.last_receipt_at)
   where s.last_receipt_at is null or s.last_receipt_at < excluded.last_receipt_at - interval '30 seconds'`,
);
