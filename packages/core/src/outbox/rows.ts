import { sql } from '@balcao/db';

/** Locks the number's pace and reads until when it is spoken for. The row is the lock: no two workers grant the same slot. */
export const lockPace = sql(
  'outbox/lock-pace',
  `insert into channel_pace (workspace_id, channel_id, paid_until) values ($1, $2, $3)
   on conflict (workspace_id, channel_id) do update set paid_until = greatest(channel_pace.paid_until, excluded.paid_until)
   returning paid_until as "paidUntil"`,
);

export const payPace = sql(
  'outbox/pay-pace',
  `update channel_pace set paid_until = $3 where workspace_id = $1 and channel_id = $2`,
);

/** The provider asked for less: nobody sends on this number until then. */
export const slowChannel = sql(
  'outbox/slow-channel',
  `insert into channel_pace (workspace_id, channel_id, paid_until) values ($1, $2, $3)
   on conflict (workspace_id, channel_id) do update set paid_until = greatest(channel_pace.paid_until, excluded.paid_until)`,
);

/**
 * Marks rows as being sent by this worker: only what is due, on a working channel, and first in its conversation. What the bot said before
 * somebody took the floor goes no more; its last words in the turn that gave it away do. Indexes: outbox_lane, primary keys.
 */
export const claimRows = sql(
  'outbox/claim',
  `with ready as (
     select o.message_id from outbox o
     join channels ch on ch.workspace_id = o.workspace_id and ch.id = o.channel_id and ch.state = 'active'
     where o.workspace_id = $1 and o.message_id = any($2::uuid[]) and o.state = 'queued' and o.not_before <= $3
       and (select e.seq from outbox e where e.workspace_id = $1 and e.conversation_id = o.conversation_id
            order by e.seq limit 1) = o.seq
     order by o.message_id
     for no key update of o skip locked
   )
   update outbox o set state = 'sending', claimed_by = $4, claimed_at = $3, attempts = o.attempts + 1
   from ready r where o.workspace_id = $1 and o.message_id = r.message_id
   returning o.message_id as id, o.attempts, o.unknowns,
     o.withdrawn or (o.by_bot and exists (
       select from conversations c
       where c.workspace_id = $1 and c.id = o.conversation_id and c.floor <> 'bot' and c.floor_since > o.queued_at)) as withdrawn`,
);

/** Outbox rows with what is to be sent: for the sweeper and after a restart, when nobody has it in memory. */
export const loadRows = sql(
  'outbox/load',
  `select o.message_id as id, o.conversation_id as "conversationId", o.channel_id as "channelId", o.seq::int as seq,
     o.not_before as "notBefore", c.wa_id as "waId", c.bsuid, m.content, m.reply_to as "replyTo"
   from outbox o
   cross join lateral (select * from messages where workspace_id = $1 and id = o.message_id limit 1) m
   cross join lateral (select * from conversations where workspace_id = $1 and id = o.conversation_id limit 1) c
   where o.workspace_id = $1 and o.message_id = any($2::uuid[])
   order by o.seq`,
);

/**
 * The first row of each conversation that is due, over all workspaces. Each channel in its turn, oldest first: a long queue behind
 * one number's pace must not hide the others'. Index: outbox_by_channel.
 */
export const dueRows = sql(
  'outbox/due',
  `select d."workspaceId", d.id
   from channels ch
   cross join lateral (
     select o.workspace_id as "workspaceId", o.message_id as id, row_number() over (order by o.message_id) as turn
     from outbox o
     where o.workspace_id = ch.workspace_id and o.channel_id = ch.id
       and o.state = 'queued' and o.not_before <= $1 and o.queued_at < $2
       and not exists (
         select from outbox e where e.workspace_id = o.workspace_id and e.conversation_id = o.conversation_id and e.seq < o.seq)
     order by o.message_id limit $4
   ) d
   where ch.state = 'active'
   order by d.turn limit $3`,
);

/** Of those that could not be claimed: which still wait, behind an earlier message of their conversation. */
export const stillQueued = sql(
  'outbox/still-queued',
  `select message_id as id from outbox where workspace_id = $1 and message_id = any($2::uuid[]) and state = 'queued'`,
);

/** Claims of workers that are gone, and claims so old that something went wrong with them. */
export const claimsOfTheDead = sql(
  'outbox/claims-of-the-dead',
  `select workspace_id as "workspaceId", channel_id as "channelId", message_id as id from outbox
   where state = 'sending' and (not (claimed_by = any($1::uuid[])) or claimed_at < $3) limit $2`,
);

export const unknownsToSettle = sql(
  'outbox/unknowns-to-settle',
  `select workspace_id as "workspaceId", channel_id as "channelId", message_id as id, unknowns, deaths from outbox
   where state = 'unknown' and not_before <= $1 limit $2`,
);

/** The answer never came: from here a status settles it, or the time in not_before. Only the worker that claimed it may say so. */
export const markUnknown = sql(
  'outbox/mark-unknown',
  `update outbox set state = 'unknown', unknowns = unknowns + 1, not_before = $3, claimed_by = null, reason = $4
   where workspace_id = $1 and message_id = any($2::uuid[]) and state = 'sending' and claimed_by = $5`,
);

/** The same for claims of the dead, who may have come back or been relieved since they were found. */
export const relieveTheDead = sql(
  'outbox/relieve-the-dead',
  `update outbox set state = 'unknown', deaths = deaths + 1, not_before = $3, claimed_by = null, reason = 'worker_died'
   where workspace_id = $1 and message_id = any($2::uuid[]) and state = 'sending'
     and (not (claimed_by = any($4::uuid[])) or claimed_at < $5)
   returning message_id as id`,
);

export const sendAgain = sql(
  'outbox/send-again',
  `update outbox set state = 'queued', not_before = $3, claimed_by = null
   where workspace_id = $1 and message_id = any($2::uuid[]) and state = 'unknown'
   returning message_id as id`,
);

/** It surely did not go: queued again. A worker taken for dead may say so late, but not of what another is sending by now. */
export const putBack = sql(
  'outbox/put-back',
  `update outbox o set state = 'queued', not_before = x."notBefore", claimed_by = null, reason = x.reason,
     attempts = o.attempts - case when x.refund then 1 else 0 end
   from json_to_recordset($2::json) as x(id uuid, "notBefore" timestamptz, reason text, refund boolean)
   where o.workspace_id = $1 and o.message_id = x.id and (o.claimed_by = $3 or o.state = 'unknown')
     and o.message_id = any(array(select y.id from json_to_recordset($2::json) as y(id uuid)))`,
);

/** Nobody sends it any more; a person is told. */
export const giveUp = sql(
  'outbox/give-up',
  `delete from outbox where workspace_id = $1 and message_id = any($2::uuid[]) and state = 'unknown' and not_before <= $3
   returning message_id as id`,
);
