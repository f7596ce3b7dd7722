import { sql } from '@balcao/db';

/** Stores what arrived together: raw bodies, and a narrow row for each channel concerned. One statement, one commit, one fsync. */
export const storeReceipts = sql(
  'ingest/store-receipts',
  `with stored as (
     insert into receipts (id, received_at, provider, body, trace)
     select r.id, $1, 'whatsapp', r.body, r.trace from unnest($2::uuid[], $3::text[], $4::text[]) as r(id, body, trace)
   )
   insert into receipt_work (workspace_id, channel_id, receipt_id, received_at, not_before)
   select w.workspace_id, w.channel_id, w.receipt_id, $1, $1
   from unnest($5::uuid[], $6::uuid[], $7::uuid[]) as w(workspace_id, channel_id, receipt_id)`,
);

/**
 * Takes the oldest work of a channel. The locks are waited for in order, so that one worker at a time has a channel's lane:
 * a second one finds the rows gone and goes on with what came after. Primary key of receipt_work.
 */
export const takeWork = sql(
  'ingest/take-work',
  `delete from receipt_work w using (
     select receipt_id from receipt_work
     where workspace_id = $1 and channel_id = $2 and not_before <= $3
     order by receipt_id limit $4
     for update
   ) t
   where w.workspace_id = $1 and w.channel_id = $2 and w.receipt_id = t.receipt_id
   returning w.receipt_id as "receiptId", w.attempts, w.received_at as "receivedAt"`,
);

/** One receipt's work, for trying it alone after its batch failed. */
export const takeOneWork = sql(
  'ingest/take-one-work',
  `delete from receipt_work where workspace_id = $1 and channel_id = $2 and receipt_id = $3
   returning receipt_id as "receiptId", attempts, received_at as "receivedAt"`,
);

export const peekWork = sql(
  'ingest/peek-work',
  `select receipt_id as "receiptId" from receipt_work
   where workspace_id = $1 and channel_id = $2 and not_before <= $3 order by receipt_id limit $4`,
);

export const postponeWork = sql(
  'ingest/postpone-work',
  `update receipt_work
   set attempts = attempts + 1, not_before = $4::timestamptz + $6 * power(2, least(attempts, 20)) * interval '1 millisecond', reason = $5
   where workspace_id = $1 and channel_id = $2 and receipt_id = $3 returning attempts`,
);

export const requeueWork = sql(
  'ingest/requeue-work',
  `insert into receipt_work (workspace_id, channel_id, receipt_id, received_at, not_before)
   values ($1, $2, $3, $4, $4) on conflict do nothing`,
);

export const receiptIsKept = sql('ingest/receipt-is-kept', `select id from receipts where id = $1`);

/** The bodies, the oldest first, as long as those before them are together no larger than the limit; null beyond it. */
export const receiptBodies = sql(
  'ingest/receipt-bodies',
  `select id, case when upto - bytes < $2 then body end as body, trace
   from (
     select r.id, r.body, r.trace, octet_length(r.body) as bytes, sum(octet_length(r.body)) over (order by r.id) as upto
     from receipts r where r.id = any($1::uuid[])
   ) r`,
);

/** Taken with its batch, and left for the next one. */
export const leaveWork = sql(
  'ingest/leave-work',
  `insert into receipt_work (workspace_id, channel_id, receipt_id, received_at, not_before, attempts)
   select $1, $2, x."receiptId", x."receivedAt", $4, x.attempts
   from json_to_recordset($3::json) as x("receiptId" uuid, "receivedAt" timestamptz, attempts int)`,
);

/** Channels with work that nobody has taken up. Index: receipt_work_by_age. */
export const lanesWithWork = sql(
  'ingest/lanes-with-work',
  `select distinct workspace_id as "workspaceId", channel_id as "channelId" from receipt_work
   where received_at <= $1 and not_before <= $2`,
);

export const storeEvents = sql(
  'ingest/store-events',
  `insert into channel_events (workspace_id, id, channel_id, receipt_id, at, kind, data)
   select $1, x.id, $2, x."receiptId", x.at, x.kind, x.data
   from json_to_recordset($3::json) as x(id uuid, "receiptId" uuid, at timestamptz, kind text, data jsonb)`,
);
