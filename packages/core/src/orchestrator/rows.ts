import { sql } from '@balcao/db';

/**
 * Takes the turns that are due and that nobody holds. The conversation's row is the lane: ingest and other turns wait or pass by.
 * Both rows are locked, so that a turn taken by somebody else since our snapshot is passed by, not taken twice.
 * Keys are named on both sides: a plan kept from when the tables were empty would read all of them each time.
 */
export const lockTurns = sql(
  'orchestrator/lock-turns',
  `select c.id, c.channel_id as "channelId", c.contact_id as "contactId", c.floor, c.floor_since as "floorSince",
     w.from_seq as "fromSeq", w.from_id as "fromId", w.attempts
   from turn_work w
   join conversations c on c.workspace_id = w.workspace_id and c.id = w.conversation_id
   where w.workspace_id = $1 and w.conversation_id = any($2::uuid[]) and w.due_at <= $3
     and c.workspace_id = $1 and c.id = any($2::uuid[])
   order by c.id
   for no key update of c, w skip locked`,
);

/** What a turn needs to decide, read after the lock: a message that came in between is seen. Indexes: primary keys, messages_of_conversation. */
export const gatherTurns = sql(
  'orchestrator/gather-turns',
  `select d.id,
     (select coalesce(ct.name, ct.profile_name) from contacts ct where ct.workspace_id = $1 and ct.id = d.contact_id) as "contactName", ch.flow_version_id as "flowVersionId", ch.join_ms as "joinMs",
     ch.per_pair as "perPair", s.flow_version_id as "sessionFlowId", s.step, s.vars,
     (select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'body', m.body, 'content', m.content) order by m.seq)
      from messages m
      where m.workspace_id = $1 and m.conversation_id = d.id and m.seq >= d.from_seq and m.id >= d.floor_id
        and m.direction = 'in' and m.origin = 'customer' and m.revoked_at is null) as messages
   from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::uuid[]) as d(id, channel_id, contact_id, from_seq, floor_id)
   cross join lateral (select * from channels where workspace_id = $1 and id = d.channel_id limit 1) ch
   left join lateral (select * from bot_sessions where workspace_id = $1 and conversation_id = d.id limit 1) s on true`,
);

/** Closes turns: their work is gone, where each talk stands is kept, and every step it took. */
export const finishTurns = sql(
  'orchestrator/finish-turns',
  `with done as (
     delete from turn_work where workspace_id = $1 and conversation_id = any($2::uuid[])
   ), kept as (
     insert into bot_sessions (workspace_id, conversation_id, flow_version_id, step, vars, updated_at)
     select $1, x."conversationId", x."flowVersionId", x.step, x.vars, $5
     from json_to_recordset($3::json) as x("conversationId" uuid, "flowVersionId" uuid, step text, vars jsonb)
     order by x."conversationId"
     on conflict (workspace_id, conversation_id) do update set
       flow_version_id = excluded.flow_version_id, step = excluded.step, vars = excluded.vars, updated_at = excluded.updated_at
   )
   insert into flow_transitions (workspace_id, id, conversation_id, flow_version_id, message_id, from_step, to_step, event, at)
   select $1, x.id, x."conversationId", x."flowVersionId", x."messageId", x."from", x."to", x.event, $5
   from json_to_recordset($4::json) as x(
     id uuid, "conversationId" uuid, "flowVersionId" uuid, "messageId" uuid, "from" text, "to" text, event text)`,
);

/** A turn that failed waits before it is tried again; the others go on. */
export const postponeTurn = sql(
  'orchestrator/postpone-turn',
  `update turn_work
   set attempts = attempts + 1, due_at = $3::timestamptz + $4 * power(2, least(attempts, 20)) * interval '1 millisecond'
   where workspace_id = $1 and conversation_id = $2
   returning attempts`,
);

export const dropTurn = sql(
  'orchestrator/drop-turn',
  `delete from turn_work where workspace_id = $1 and conversation_id = $2 returning from_id as "fromId", attempts`,
);

/** A turn that was given up, asked for again: from the first message that nothing answered. */
export const requeueTurn = sql(
  'orchestrator/requeue-turn',
  `insert into turn_work (workspace_id, conversation_id, from_seq, from_id, due_at, waiting_since)
   select $1, $2, m.seq, m.id, $4, $4 from messages m where m.workspace_id = $1 and m.id = $3
   on conflict (workspace_id, conversation_id) do update set due_at = excluded.due_at, attempts = 0,
     from_seq = least(turn_work.from_seq, excluded.from_seq), from_id = least(turn_work.from_id, excluded.from_id)`,
);

/** For the sweeper, across workspaces. Index: turn_work_due. */
export const dueTurns = sql(
  'orchestrator/due-turns',
  `select workspace_id as "workspaceId", conversation_id as "conversationId" from turn_work
   where due_at <= $1 order by due_at limit $2`,
);
