import { sql } from '@balcao/db';

/** One at a time for each talk. Index: bot_errands_of_conversation. */
export const startErrands = sql(
  'orchestrator/start-errands',
  `insert into bot_errands (workspace_id, id, conversation_id, for_seq, kind, request, asked_at, give_up_at)
   select $1, x.id, x."conversationId", x."forSeq", x.kind, x.request, $3, to_timestamp(x."giveUpAt" / 1000.0)
   from json_to_recordset($2::json) as x(id uuid, "conversationId" uuid, "forSeq" bigint, kind text, request jsonb, "giveUpAt" float8)
   on conflict (workspace_id, conversation_id) do update set id = excluded.id, for_seq = excluded.for_seq, kind = excluded.kind,
     request = excluded.request, asked_at = excluded.asked_at, give_up_at = excluded.give_up_at, state = 'wanted', result = null,
     claimed_by = null, claimed_at = null, finished_at = null`,
);

export const dropErrands = sql(
  'orchestrator/drop-errands',
  `delete from bot_errands where workspace_id = $1 and conversation_id = any($2::uuid[])`,
);

/** Only one worker has it. Primary keys; the provider's id of the message is for showing that we are typing. */
export const claimErrand = sql(
  'orchestrator/claim-errand',
  `with mine as (
     update bot_errands set state = 'running', claimed_by = $3, claimed_at = $4
     where workspace_id = $1 and id = $2 and state = 'wanted' and give_up_at > $4
     returning id, conversation_id, kind, request, give_up_at
   )
   select e.id, e.conversation_id as "conversationId", e.kind, e.request, e.give_up_at as "giveUpAt", c.contact_id as "contactId",
     c.channel_id as "channelId", m.provider_id as "providerId"
   from mine e
   cross join lateral (select contact_id, channel_id from conversations where workspace_id = $1 and id = e.conversation_id limit 1) c
   left join lateral (select provider_id from messages where workspace_id = $1 and id = (e.request->>'messageId')::uuid limit 1) m on true`,
);

/** The turn is due. Before the errand's own row, as turns lock them. */
export const wakeTurn = sql(
  'orchestrator/wake-turn',
  'update turn_work set due_at = $3 where workspace_id = $1 and conversation_id = $2 and due_at > $3',
);

/** What another errand took the place of, or a turn gave up, is nobody's result. */
export const finishErrand = sql(
  'orchestrator/finish-errand',
  `update bot_errands set state = 'done', result = $4, finished_at = $5
   where workspace_id = $1 and id = $2 and state = 'running' and claimed_by = $3`,
);

/** What was said before, the newest first. Index: messages_of_conversation. */
export const saidBefore = sql(
  'orchestrator/said-before',
  `select m.direction, m.origin, m.body as text from messages m
   where m.workspace_id = $1 and m.conversation_id = $2 and m.seq < $3 and m.body is not null and m.revoked_at is null
   order by m.seq desc limit $4`,
);

/** The words that the message answers to, as it quotes them. Primary keys. */
export const quotedBy = sql(
  'orchestrator/quoted-by',
  `select q.body as text
   from (select reply_to from messages where workspace_id = $1 and id = $2 and reply_to is not null) m
   cross join lateral (select message_id from message_refs where workspace_id = $1 and channel_id = $3 and provider_id = m.reply_to limit 1) r
   cross join lateral (select body from messages where workspace_id = $1 and id = r.message_id and revoked_at is null limit 1) q
   where q.body is not null`,
);

/** For the sweeper, across workspaces: what nobody has taken up, and what a dead worker had. Index: bot_errands_to_do. */
export const errandsToDo = sql(
  'orchestrator/errands-to-do',
  `select workspace_id as "workspaceId", id, conversation_id as "conversationId", kind, give_up_at as "giveUpAt", state
   from bot_errands
   where asked_at <= $1 and give_up_at > $2 and (state = 'wanted' or (state = 'running' and not (claimed_by = any($3::uuid[]))))
   order by asked_at limit $4`,
);

/** A worker died with it. What may be done twice is wanted again; of what may not, nothing is known. */
export const relieveErrand = sql(
  'orchestrator/relieve-errand',
  `update bot_errands set state = 'wanted', claimed_by = null
   where workspace_id = $1 and id = $2 and state = 'running' and not (claimed_by = any($3::uuid[]))`,
);
