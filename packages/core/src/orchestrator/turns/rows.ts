import { sql } from '@balcao/db';

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

/**
 * Takes the turns that are due and that nobody holds. The conversation's row is the lane: ingest and other turns wait or pass by.
 * Both rows are locked, so that a turn taken by somebody else since our snapshot is passed by, not taken twice.
 * Keys are named on both sides: a plan kept from when the tables were empty would read all of them each time.
 */
export const lockTurns = sql(
  'orchestrator/lock-turns',
  `select c.id, c.channel_id as "channelId", c.contact_id as "contactId", c.floor, c.floor_since as "floorSince",
     c.window_until as "windowUntil", w.from_seq as "fromSeq", w.from_id as "fromId", w.attempts
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
  `select d.id, ct.name as "contactName", ct.blocked,
     ch.flow_version_id as "flowVersionId", ch.join_ms as "joinMs", ch.per_pair as "perPair", ch.bot_mode as "botMode",
     (select settings->>'language' from workspaces where id = $1) as language,
     (select settings->'bubbles'->>'join' from bot_settings where workspace_id = $1) as "bubbles",
     s.flow_version_id as "sessionFlowId", s.state, s.vars, s.memory, ${ms('s.watch_at')}::text as "watchAt",
     (select json_agg(json_build_object('id', m.id, 'seq', m.seq, 'kind', m.kind, 'body', m.body, 'content', m.content,
        'at', ${ms('m.at')}, 'takenAt', ${ms('m.created_at')}) order by m.seq)
      from messages m
      where m.workspace_id = $1 and m.conversation_id = d.id and m.seq >= d.from_seq and m.id >= d.floor_id
        and m.direction = 'in' and m.origin = 'customer' and m.revoked_at is null) as messages
   from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::uuid[]) as d(id, channel_id, contact_id, from_seq, floor_id)
   cross join lateral (select * from channels where workspace_id = $1 and id = d.channel_id limit 1) ch
   left join lateral (
     select coalesce(name, profile_name) as name, blocked_at is not null as blocked
     from contacts where workspace_id = $1 and id = d.contact_id limit 1) ct on true
   left join lateral (select * from bot_sessions where workspace_id = $1 and conversation_id = d.id limit 1) s on true`,
);

/**
 * What only some turns need: the errand under way, the ticket, how often it went to people. Indexes: bot_errands_of_conversation,
 * tickets_of_open_conversation, bot_handoffs_of_ticket.
 */
export const gatherMore = sql(
  'orchestrator/gather-more',
  `select d.id, e.errand, t.id as "ticketId", t.assignee_id is not null as served,
     (select count(*)::int from bot_handoffs h where h.workspace_id = $1 and h.ticket_id = t.id) as hops
   from unnest($2::uuid[]) as d(id)
   left join lateral (
     select json_build_object('id', id, 'kind', kind, 'forSeq', for_seq, 'giveUpAt', ${ms('give_up_at')}, 'done', state = 'done', 'result', result) as errand
     from bot_errands
     where workspace_id = $1 and conversation_id = d.id limit 1) e on true
   left join lateral (
     select id, assignee_id from tickets where workspace_id = $1 and conversation_id = d.id and status <> 'resolved' limit 1) t on true`,
);

/** For flows that ask about the contact. Primary keys, contact_identities of a contact. */
export const gatherContacts = sql(
  'orchestrator/gather-contacts',
  `select d.conversation_id as id,
     (select json_object_agg(f.name, c.fields->>f.id::text) from contact_fields f
      where f.workspace_id = $1 and f.archived_at is null and c.fields ? f.id::text) as fields,
     (select i.e164 from contact_identities i where i.workspace_id = $1 and i.contact_id = d.contact_id and i.kind = 'phone'
      order by i.last_seen_at desc limit 1) as phone,
     (select i.value from contact_identities i where i.workspace_id = $1 and i.contact_id = d.contact_id and i.kind = 'email'
      order by i.last_seen_at desc limit 1) as email,
     array(select t.name from tags t where t.workspace_id = $1 and t.id = any(c.tag_ids)) as tags
   from unnest($2::uuid[], $3::uuid[]) as d(conversation_id, contact_id)
   cross join lateral (select * from contacts where workspace_id = $1 and id = d.contact_id limit 1) c`,
);

/** Closes turns: their work is gone (or waits for an errand), where each talk stands is kept, and what was decided and why. */
export const finishTurns = sql(
  'orchestrator/finish-turns',
  `with done as (
     delete from turn_work where workspace_id = $1 and conversation_id = any($2::uuid[])
   ), kept as (
     insert into bot_sessions (workspace_id, conversation_id, flow_version_id, step, vars, state, memory, watch_at, updated_at)
     select $1, x."conversationId", x."flowVersionId", x.step, x.vars, x.state, x.memory,
       to_timestamp(x."watchAt" / 1000.0), $5
     from json_to_recordset($3::json) as x("conversationId" uuid, "flowVersionId" uuid, step text, vars jsonb, state text, memory jsonb, "watchAt" float8)
     order by x."conversationId"
     on conflict (workspace_id, conversation_id) do update set
       flow_version_id = excluded.flow_version_id, step = excluded.step, vars = excluded.vars, state = excluded.state,
       memory = excluded.memory, watch_at = excluded.watch_at, updated_at = excluded.updated_at
   )
   insert into bot_turns (workspace_id, id, conversation_id, channel_id, mode, at, from_state, to_state, event, rule, message_ids, reply_ids,
     flow_version_id, steps, intent, confidence, classifier, answered_by, model, prompt_version_id, tokens_in, tokens_out, cost_micros, ms,
     sources, attack, reason, facts, fingerprint)
   select $1, x.id, x."conversationId", x."channelId", x.mode, $5, x."from", x."to", x.event, x.rule, x."messageIds", x."replyIds",
     x."flowVersionId", x.steps, x.intent, x.confidence, x.classifier, x."answeredBy", x.model, x."promptVersionId",
     coalesce(x."tokensIn", 0), coalesce(x."tokensOut", 0), coalesce(x."costMicros", 0), x.ms,
     x.sources, coalesce(x.attack, false), x.reason, x.facts, x.fingerprint
   from json_to_recordset($4::json) as x(
     id uuid, "conversationId" uuid, "channelId" uuid, mode text, "from" text, "to" text, event text, rule text, "messageIds" uuid[],
     "replyIds" uuid[], "flowVersionId" uuid, steps jsonb, intent text, confidence real, classifier text, "answeredBy" text, model text,
     "promptVersionId" uuid, "tokensIn" int, "tokensOut" int, "costMicros" bigint, ms int, sources jsonb, attack boolean, reason text,
     facts jsonb, fingerprint text)`,
);

/** Turns that wait for an errand: their work stays, and is due when the errand is given up. */
export const keepTurns = sql(
  'orchestrator/keep-turns',
  `update turn_work w set due_at = to_timestamp(x."dueAt" / 1000.0)
   from json_to_recordset($3::json) as x("conversationId" uuid, "dueAt" float8)
   where w.workspace_id = $1 and w.conversation_id = any($2::uuid[]) and w.conversation_id = x."conversationId"`,
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

/** The conversation, while people have the word in it and none of them the ticket. Index: tickets_of_open_conversation. */
export const withNobody = sql(
  'orchestrator/with-nobody',
  `select c.id from conversations c
   where c.workspace_id = $1 and c.id = $2 and c.floor = 'person' and not exists (
     select from tickets t where t.workspace_id = $1 and t.conversation_id = c.id and t.status <> 'resolved' and t.assignee_id is not null)`,
);

/** For the sweeper, across workspaces. Index: turn_work_due. */
export const dueTurns = sql(
  'orchestrator/due-turns',
  `select workspace_id as "workspaceId", conversation_id as "conversationId" from turn_work
   where due_at <= $1 order by due_at limit $2`,
);

/** Sessions whose time has come, across workspaces. Index: bot_sessions_watched. */
export const watchedSessions = sql(
  'orchestrator/watched-sessions',
  `select workspace_id as "workspaceId", conversation_id as "conversationId" from bot_sessions
   where watch_at <= $1 order by watch_at limit $2`,
);

/** The watchdog's turn: of no message, unless one comes first. What became part of another conversation is watched no more. Primary keys. */
export const queueWatch = sql(
  'orchestrator/queue-watch',
  `with talks as materialized (
     select c.* from unnest($2::uuid[]) as k(id)
     cross join lateral (select id, last_seq, merged_into from conversations where workspace_id = $1 and id = k.id limit 1) c
   ), gone as (
     update bot_sessions set watch_at = null
     where workspace_id = $1 and conversation_id = any(array(select id from talks where merged_into is not null))
   )
   insert into turn_work (workspace_id, conversation_id, from_seq, from_id, due_at, waiting_since)
   select $1, id, last_seq + 1, $4, $3, $3 from talks where merged_into is null
   order by id
   on conflict do nothing`,
);
