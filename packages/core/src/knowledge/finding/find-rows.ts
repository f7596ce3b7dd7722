import { sql } from '@balcao/db';

// Indexes: knowledge_words_stems, knowledge_words_sounds, knowledge_words_spelled, inside the function.
export const findWords = sql(
  'knowledge/find-words',
  'select word, stem, sound, chunks, asked from find_knowledge_words($1, $2, $3)',
);

// Indexes: knowledge_chunks_words, knowledge_chunks_heads, inside the function; knowledge_chunks_pkey.
export const findChunks = sql(
  'knowledge/find-chunks',
  `select c.id, c.article_id as "articleId", c.kind, c.title, c.asks, c.heading, c.text, c.url
     from search_knowledge($1, $2, $3, $4::text[], $5::real[], $6) f
     join knowledge_chunks c on c.workspace_id = $7 and c.id = f.chunk_id`,
);

// Index: knowledge_words_stems.
export const countStems = sql(
  'knowledge/count-stems',
  `select w.stem, sum(w.chunks)::int as chunks from knowledge_words w
    where w.workspace_id = $1 and w.stem = any ($2::text[]) group by w.stem`,
);

export const chunksById = sql(
  'knowledge/chunks-by-id',
  `select c.id, c.article_id as "articleId", c.kind, c.title, c.asks, c.heading, c.text, c.url
     from knowledge_chunks c where c.workspace_id = $1 and c.id = any ($2::uuid[])`,
);
