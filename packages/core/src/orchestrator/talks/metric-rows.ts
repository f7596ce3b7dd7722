import { sql } from '@balcao/db';

/** Turns of the period, by the time in their ids: partitions outside of it are not looked at. Primary key of bot_turns. */
const period = `workspace_id = $1 and id >= $2 and id < $3 and ($4::uuid is null or channel_id = $4)`;

/** One look over the period, of turns in which words were understood. */
export const countTurns = sql(
  'orchestrator/count-turns',
  `select count(*)::int as turns, count(distinct conversation_id)::int as talks,
     count(*) filter (where attack)::int as attacks, coalesce(sum(cost_micros), 0)::float8 as "costMicros",
     count(*) filter (where answered_by = 'template' and event in ('failed', 'too_late', 'unsure', 'tool_failed'))::int as fallbacks,
     count(*) filter (where event = 'answered' and answered_by = 'cache')::int as cached,
     count(*) filter (where event = 'answered' and answered_by = 'model')::int as modelled
   from bot_turns where ${period}`,
);

export const countIntents = sql(
  'orchestrator/count-intents',
  `select intent as name, count(*)::int as count, avg(confidence)::float8 as "meanConfidence",
     count(*) filter (where to_state = 'waiting_person' and event <> 'person_has_floor')::int as "handedOff"
   from bot_turns where ${period} and intent is not null and mode = 'assistant'
   group by 1 order by 2 desc, 1 limit 60`,
);

export const countFailures = sql(
  'orchestrator/count-failures',
  `select case when event in ('too_late', 'idle') then 'timeout' else 'error' end as kind, flow_version_id as "flowVersionId",
     from_state as state, count(*)::int as count
   from bot_turns where ${period} and (event in ('failed', 'too_late', 'tool_failed') or to_state in ('error', 'timeout'))
   group by 1, 2, 3 order by 4 desc limit 100`,
);

export const countAnswers = sql(
  'orchestrator/count-answers',
  `select answered_by as by, count(*)::int as count from bot_turns where ${period} and answered_by is not null group by 1 order by 2 desc`,
);

export const countModels = sql(
  'orchestrator/count-models',
  `select model, count(*)::int as answers, sum(tokens_in)::float8 as "tokensIn", sum(tokens_out)::float8 as "tokensOut",
     sum(cost_micros)::float8 as "costMicros",
     round(percentile_cont(0.5) within group (order by coalesce(ms, 0)))::int as "p50Ms",
     round(percentile_cont(0.95) within group (order by coalesce(ms, 0)))::int as "p95Ms"
   from bot_turns where ${period} and model is not null group by 1 order by 2 desc limit 50`,
);

/** Indexes: bot_handoffs_by_time, conversations' primary key. */
export const countHandoffs = sql(
  'orchestrator/count-handoffs',
  `select h.reason, count(*)::int as count, count(distinct h.conversation_id)::int as talks
   from bot_handoffs h
   where h.workspace_id = $1 and h.at >= $2 and h.at < $3
     and ($4::uuid is null or exists (select from conversations c where c.workspace_id = $1 and c.id = h.conversation_id and c.channel_id = $4))
   group by 1 order by 2 desc`,
);

/** Talks of the period that went to people in it. */
export const countHanded = sql(
  'orchestrator/count-handed',
  `select count(distinct conversation_id)::int as count from bot_turns
   where ${period} and to_state in ('waiting_person', 'with_person')`,
);

export const countRatings = sql(
  'orchestrator/count-ratings',
  `select r.score::int as score, count(*)::int as count
   from bot_ratings r
   where r.workspace_id = $1 and r.at >= $2 and r.at < $3
     and ($4::uuid is null or exists (select from conversations c where c.workspace_id = $1 and c.id = r.conversation_id and c.channel_id = $4))
   group by 1 order by 1`,
);
