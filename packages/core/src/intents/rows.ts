import { sql } from '@balcao/db';

/** Every table here is a company's own and small; the primary key begins with it. */
export const readState = sql(
  'intents/read-state',
  `select changes::int as changes, learned::int as learned, version from intent_states where workspace_id = $1`,
);

/** Whoever changes something stands in line here, so that limits hold and changes have an order. */
export const lockState = sql(
  'intents/lock-state',
  `insert into intent_states (workspace_id, changes, updated_at) values ($1, $2, $3)
   on conflict (workspace_id) do update set changes = intent_states.changes + $2, updated_at = $3
   returning changes::int as changes`,
);

export const listIntents = sql(
  'intents/list-intents',
  `select key, name, border, archived_at is not null as archived from intents where workspace_id = $1 order by created_at, key`,
);

export const getIntent = sql(
  'intents/get-intent',
  `select key, name, border, archived_at is not null as archived from intents where workspace_id = $1 and key = $2`,
);

export const insertIntent = sql(
  'intents/insert-intent',
  `insert into intents (workspace_id, key, name, border, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
   on conflict do nothing`,
);

/** Of the starting set there is no row until something is changed. */
export const changeIntent = sql(
  'intents/change-intent',
  `insert into intents (workspace_id, key, name, border, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
   on conflict (workspace_id, key) do update set name = $3, border = $4, updated_at = $5`,
);

export const archiveIntent = sql(
  'intents/archive-intent',
  `insert into intents (workspace_id, key, archived_at, created_at, updated_at)
   values ($1, $2, case when $3 then $4::timestamptz end, $4, $4)
   on conflict (workspace_id, key) do update set archived_at = excluded.archived_at, updated_at = $4`,
);

export const countOwn = sql(
  'intents/count-own',
  `select key, count(*)::int as count from intent_examples where workspace_id = $1 group by key`,
);

const exampleColumns = `id, key, text, source, message_id as "messageId", created_at as "createdAt"`;

/** Index: intent_examples_of_intent. */
export const listExamples = sql(
  'intents/list-examples',
  `select ${exampleColumns} from intent_examples
   where workspace_id = $1 and key = $2 and id < $3 order by id desc limit $4`,
);

/** Which of these sentences are there already. Index: intent_examples_normal. */
export const findExamples = sql(
  'intents/find-examples',
  `select e.key, e.normal from unnest($2::text[]) as n(normal)
   cross join lateral (select key, normal from intent_examples where workspace_id = $1 and normal = n.normal limit 1) e`,
);

/** The last word counts: a sentence that stood elsewhere moves. */
export const putExamples = sql(
  'intents/put-examples',
  `insert into intent_examples (workspace_id, id, key, text, normal, source, message_id, author_id, created_at)
   select $1, x.id, $3, x.text, x.normal, $4, $5, $6, $7
   from json_to_recordset($2::json) as x(id uuid, text text, normal text)
   on conflict (workspace_id, normal) do update
     set key = $3, source = $4, message_id = $5, author_id = $6, created_at = $7
   returning ${exampleColumns}`,
);

export const removeExample = sql(
  'intents/remove-example',
  `delete from intent_examples where workspace_id = $1 and id = $2 returning key`,
);

/** All of them, in the order in which they were taught: up to 5,000. */
export const allExamples = sql(
  'intents/all-examples',
  `select key, text, normal from intent_examples where workspace_id = $1 order by created_at, id`,
);

export const keepModel = sql(
  'intents/keep-model',
  `insert into intent_models (workspace_id, version, model, evaluation, examples, made_at) values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing`,
);

/** Only forward: a slower process does not bring back what is older. */
export const useModel = sql(
  'intents/use-model',
  `update intent_states set version = $2, learned = $3, updated_at = $4 
   where workspace_id = $1 and (learned < $3 or (learned = $3 and version is distinct from $2))`,
);

export const forgetModels = sql(
  'intents/forget-models',
  `delete from intent_models where workspace_id = $1 and version not in (
     select version from intent_models where workspace_id = $1 order by made_at desc, version desc limit 3)`,
);

export const readModelBytes = sql(
  'intents/read-model',
  `select model from intent_models where workspace_id = $1 and version = $2`,
);

export const readModelFacts = sql(
  'intents/read-model-facts',
  `select evaluation, made_at as "madeAt" from intent_models where workspace_id = $1 and version = $2`,
);

/** What customers wrote of late: the newest talks, a few words of each. Indexes: conversations_recent, messages_of_conversation. */
export const recentTexts = sql(
  'intents/recent-texts',
  `select m.id as "messageId", c.id as "conversationId", m.body as text, m.at
   from (select id, last_inbound_at from conversations
         where workspace_id = $1 and last_inbound_at is not null and merged_into is null
         order by last_inbound_at desc, id desc limit $2) c
   cross join lateral (
     select id, body, at from messages
     where workspace_id = $1 and conversation_id = c.id and direction = 'in' and origin = 'customer' and kind = 'text'
       and revoked_at is null and length(body) between 2 and 300
     order by seq desc limit $3) m
   order by m.at desc`,
);
