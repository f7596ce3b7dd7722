import { sql } from '@balcao/db';

// Index: knowledge_questions_message.
export const findNoted = sql(
  'knowledge/find-noted',
  'select gap_id as "gapId" from knowledge_questions where workspace_id = $1 and message_id = $2',
);
// Index: knowledge_gaps_similar, inside the function.
export const findAlike = sql(
  'knowledge/find-alike',
  `select g.id, g.key from find_knowledge_gap($2, $3) f join knowledge_gaps g on g.workspace_id = $1 and g.id = f.gap_id
    order by f.alike desc, g.id`,
);
// Index: knowledge_gaps_key.
export const putGap = sql(
  'knowledge/put-gap',
  `insert into knowledge_gaps as g (workspace_id, id, key, question, folded, first_at, last_at) values ($1, $2, $3, $4, $5, $6, $6)
   on conflict (workspace_id, key) where state <> 'answered' do update set last_at = g.last_at
   returning id`,
);
export const addQuestion = sql(
  'knowledge/add-question',
  `insert into knowledge_questions (workspace_id, id, gap_id, conversation_id, message_id, question, at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
);
export const countUp = sql(
  'knowledge/count-up',
  'update knowledge_gaps set asked = asked + 1, last_at = $3 where workspace_id = $1 and id = $2',
);
/** The last $3 are enough to see what was meant. Index: knowledge_questions_of_gap. */
export const forgetQuestions = sql(
  'knowledge/forget-questions',
  `delete from knowledge_questions where workspace_id = $1 and id in (
     select q.id from knowledge_questions q where q.workspace_id = $1 and q.gap_id = $2 order by q.id desc offset $3)`,
);
/** Beyond $2 those asked least and longest ago. Index: knowledge_gaps_asked. */
export const forgetGaps = sql(
  'knowledge/forget-gaps',
  `delete from knowledge_gaps where workspace_id = $1 and id in (
     select g.id from knowledge_gaps g where g.workspace_id = $1 and g.state = 'open' order by g.asked desc, g.last_at desc offset $2)`,
);

const columns = `g.id, g.state, g.question, g.asked, g.article_id as "articleId", g.first_at as "firstAt", g.last_at as "lastAt"`;
export const lockGap = sql(
  'knowledge/lock-gap',
  `select ${columns} from knowledge_gaps g where g.workspace_id = $1 and g.id = $2 for update`,
);
// Index: knowledge_gaps_asked, backwards.
export const listSome = sql(
  'knowledge/list-gaps',
  `select ${columns} from knowledge_gaps g where g.workspace_id = $1 and g.state = $2
      and ($3::uuid is null or (g.asked, g.id) < (select b.asked, b.id from knowledge_gaps b where b.workspace_id = $1 and b.id = $3))
    order by g.asked desc, g.id desc limit $4`,
);
// Index: knowledge_questions_of_gap, once for each.
export const examplesOf = sql(
  'knowledge/examples-of',
  `select k.id as "gapId", q.question, q.conversation_id as "conversationId", q.message_id as "messageId", q.at
     from unnest($2::uuid[]) as k(id)
    cross join lateral (select * from knowledge_questions q where q.workspace_id = $1 and q.gap_id = k.id order by q.id desc limit $3) q`,
);
export const moveGap = sql(
  'knowledge/move-gap',
  'update knowledge_gaps set state = $3, article_id = coalesce($4, article_id) where workspace_id = $1 and id = $2',
);
