import { sql } from '@balcao/db';

const turnColumns = `id, at, mode, message_ids as "messageIds", reply_ids as "replyIds", from_state as "from", to_state as "to", event, rule, steps,
     intent, confidence, classifier, answered_by as "answeredBy", model, prompt_version_id as "promptVersionId",
     coalesce(sources, '[]') as sources, tokens_in as "tokensIn", tokens_out as "tokensOut", cost_micros::float8 as "costMicros", ms, attack, reason`;

/** Newest first. Index: bot_turns_of_conversation. */
export const turnsOf = sql(
  'orchestrator/turns-of',
  `select ${turnColumns} from bot_turns
   where workspace_id = $1 and conversation_id = $2 and ($3::uuid is null or id < $3)
   order by id desc limit $4`,
);

/** The same with all that they were made of. */
export const turnsToReplay = sql(
  'orchestrator/turns-to-replay',
  `select id, at, from_state as "from", to_state as "to", event, rule, flow_version_id as "flowVersionId", facts, fingerprint from bot_turns
   where workspace_id = $1 and conversation_id = $2 and ($3::uuid is null or id < $3)
   order by id desc limit $4`,
);

/** Where the talk stands: who has the floor goes before what the session remembers. Primary keys, tickets_of_open_conversation. */
export const standOf = sql(
  'orchestrator/stand-of',
  `select s.state, c.floor, c.floor_since as "floorSince", t.assignee_id is not null as served
   from (select floor, floor_since from conversations where workspace_id = $1 and id = $2) c
   left join lateral (select state from bot_sessions where workspace_id = $1 and conversation_id = $2 limit 1) s on true
   left join lateral (
     select assignee_id from tickets where workspace_id = $1 and conversation_id = $2 and status <> 'resolved' limit 1) t on true`,
);
