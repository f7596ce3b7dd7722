import { sql } from '@balcao/db';

// Index: knowledge_chunks_pkey. A company has some thousands.
export const chunksWithout = sql(
  'knowledge/chunks-without',
  `select c.id, c.title, c.asks, c.heading, c.text from knowledge_chunks c
    where c.workspace_id = $1 and c.vector_model is distinct from $2 order by c.id limit $3`,
);
/** Chunks that are gone meanwhile stay so. */
export const keepVectors = sql(
  'knowledge/keep-vectors',
  `with kept as (
     update knowledge_chunks c set vector = v.vector, vector_model = $2
       from unnest($3::uuid[], $4::bytea[]) as v(id, vector) where c.workspace_id = $1 and c.id = v.id returning c.id)
   update knowledge_state set vectors = vectors + 1 where workspace_id = $1 and exists (select from kept)`,
);
// Index: knowledge_chunks_models.
export const countVectors = sql(
  'knowledge/count-vectors',
  'select count(*)::int as n from knowledge_chunks where workspace_id = $1 and vector_model = $2',
);
export const vectorIds = sql(
  'knowledge/vector-ids',
  'select array_agg(id order by id) as ids from knowledge_chunks where workspace_id = $1 and vector_model = $2',
);
export const vectorsOf = sql(
  'knowledge/vectors-of',
  'select id, vector from knowledge_chunks where workspace_id = $1 and vector_model = $2 and id = any ($3::uuid[])',
);
