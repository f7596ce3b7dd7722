import { sql } from '@balcao/db';

/** The first statement of every change of what is live: changes of one company's come one after the other. */
export const lockState = sql(
  'knowledge/lock-state',
  `insert into knowledge_state (workspace_id) values ($1)
   on conflict (workspace_id) do update set version = knowledge_state.version
   returning version, articles, chunks`,
);
export const moveState = sql(
  'knowledge/move-state',
  `update knowledge_state set version = version + 1, articles = articles + $1, chunks = chunks + $2 where workspace_id = $3
   returning version::text`,
);
export const readState = sql(
  'knowledge/read-state',
  'select version::text, articles, chunks, vectors::text from knowledge_state where workspace_id = $1',
);

// Index: knowledge_chunks_of_article. The vocabulary loses what only these had.
export const dropChunks = sql(
  'knowledge/drop-chunks',
  `with gone as (delete from knowledge_chunks where workspace_id = $1 and article_id = $2 returning spellings),
        fewer as (select s.word, count(*)::int as n from gone g cross join lateral unnest(g.spellings) s(word) group by 1 order by 1),
        less as (update knowledge_words w set chunks = w.chunks - f.n from fewer f
                  where w.workspace_id = $1 and w.word = f.word and w.chunks > f.n returning w.word),
        none as (delete from knowledge_words w using fewer f where w.workspace_id = $1 and w.word = f.word and w.chunks <= f.n)
   select (select count(*)::int from gone) as chunks`,
);

export const addChunks = sql(
  'knowledge/add-chunks',
  `insert into knowledge_chunks (workspace_id, id, article_id, version, place, kind, title, asks, heading, text, url, heads, words, spellings)
   select $1, c.id, $2, $3, c.place, $4, $5, $6, c.heading, c.text, $7,
          array_to_tsvector(c.heads), array_to_tsvector(c.words), c.spellings
     from json_to_recordset($8::json) as c(id uuid, place integer, heading text, text text, heads text[], words text[], spellings text[])`,
);
export const addWords = sql(
  'knowledge/add-words',
  `insert into knowledge_words (workspace_id, word, stem, sound, chunks)
   select $1, w.* from unnest($2::text[], $3::text[], $4::text[], $5::int[]) as w(word, stem, sound, chunks) order by w.word
   on conflict (workspace_id, word) do update set chunks = knowledge_words.chunks + excluded.chunks`,
);
