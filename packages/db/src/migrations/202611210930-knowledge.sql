-- What the bot may answer from: questions with their answers, articles, documents, pages of a website.
create table knowledge_state (
  workspace_id uuid primary key references workspaces (id),
  -- Counts up with every change of what is live: what was answered from an older one is not answered again.
  version bigint not null default 0,
  articles integer not null default 0,
  chunks integer not null default 0
) with (fillfactor = 70);

create table knowledge_articles (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  kind text not null check (kind in ('faq', 'article', 'document', 'page')),
  state text not null default 'draft' check (state in ('draft', 'published', 'archived')),
  -- The newest one written, and the one that is answered from.
  version integer not null default 1,
  live_version integer,
  -- Of the newest version; folded: title and questions as one looks for them.
  title text not null check (length(title) between 1 and 300),
  folded text not null,
  language text not null,
  source_id uuid,
  url text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  primary key (workspace_id, id),
  check ((state = 'published') = (live_version is not null))
) with (fillfactor = 90);
create index knowledge_articles_newest on knowledge_articles (workspace_id, updated_at, id);
create unique index knowledge_articles_of_source on knowledge_articles (workspace_id, source_id) where source_id is not null;

create table knowledge_versions (
  workspace_id uuid not null,
  article_id uuid not null,
  version integer not null,
  title text not null,
  questions text[] not null default '{}',
  body text not null,
  actor_kind text not null,
  actor_id text,
  at timestamptz not null,
  primary key (workspace_id, article_id, version),
  foreign key (workspace_id, article_id) references knowledge_articles (workspace_id, id)
);

-- What is live, in the pieces that are found and shown to a model. Rows are never changed but for their vector.
create table knowledge_chunks (
  workspace_id uuid not null,
  id uuid not null,
  article_id uuid not null,
  version integer not null,
  place integer not null,
  kind text not null,
  title text not null,
  -- Ways in which customers ask for it.
  asks text[] not null,
  -- The headings above it, the highest first.
  heading text not null,
  text text not null,
  url text,
  -- Stems without accents: of title, asks and headings, and of everything.
  heads tsvector not null,
  words tsvector not null,
  -- Every word as it is spelled, each once: what it adds to the vocabulary and takes away again.
  spellings text[] not null,
  -- 32-bit floats, little endian.
  vector bytea,
  vector_model text,
  primary key (workspace_id, id),
  foreign key (workspace_id, article_id) references knowledge_articles (workspace_id, id),
  check ((vector is null) = (vector_model is null))
);
create index knowledge_chunks_of_article on knowledge_chunks (workspace_id, article_id, place);
create index knowledge_chunks_heads on knowledge_chunks using gin (workspace_id, heads) with (fastupdate = off);
create index knowledge_chunks_words on knowledge_chunks using gin (workspace_id, words) with (fastupdate = off);
-- To be told which have no vector of the model.
create index knowledge_chunks_models on knowledge_chunks (workspace_id, vector_model);

-- The vocabulary of what is live: how rare a word is, and which word a misspelt one was meant to be.
create table knowledge_words (
  workspace_id uuid not null,
  word text not null,
  stem text not null,
  sound text not null,
  chunks integer not null,
  primary key (workspace_id, word)
) with (fillfactor = 80);
create index knowledge_words_stems on knowledge_words (workspace_id, stem);
create index knowledge_words_sounds on knowledge_words (workspace_id, sound);
create index knowledge_words_spelled on knowledge_words using gin (workspace_id, word gin_trgm_ops) with (fastupdate = off);

-- Where documents and pages come from, and how the reading of them goes.
create table knowledge_sources (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  kind text not null check (kind in ('document', 'page')),
  name text not null,
  url text,
  media_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'ready', 'failed')),
  -- Counts up with every order to read; a reader of an older order changes nothing.
  reading integer not null default 1,
  progress smallint not null default 0 check (progress between 0 and 100),
  problem text,
  size integer,
  chunks integer not null default 0,
  -- Of what was read last, to see whether it changed.
  content_hash text,
  etag text,
  modified text,
  actor_kind text not null,
  actor_id text,
  created_at timestamptz not null,
  read_at timestamptz,
  changed_at timestamptz,
  removed_at timestamptz,
  primary key (workspace_id, id),
  check ((kind = 'page') = (url is not null)),
  check ((kind = 'document') = (media_id is not null))
) with (fillfactor = 80);
create unique index knowledge_sources_url on knowledge_sources (workspace_id, url) where url is not null and removed_at is null;
create unique index knowledge_sources_media on knowledge_sources (workspace_id, media_id) where media_id is not null;

-- What customers asked and nobody had an answer to; those who ask the same stand together.
create table knowledge_gaps (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  -- The stems of the question in order of the alphabet: the same words are one gap.
  key text not null,
  question text not null,
  folded text not null,
  state text not null default 'open' check (state in ('open', 'drafted', 'answered', 'dismissed')),
  asked integer not null default 0,
  article_id uuid,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (workspace_id, id)
) with (fillfactor = 80);
create unique index knowledge_gaps_key on knowledge_gaps (workspace_id, key) where state in ('open', 'drafted');
create index knowledge_gaps_asked on knowledge_gaps (workspace_id, state, asked, id);
create index knowledge_gaps_similar on knowledge_gaps using gin (workspace_id, folded gin_trgm_ops);

create table knowledge_questions (
  workspace_id uuid not null,
  id uuid not null,
  gap_id uuid not null,
  conversation_id uuid,
  message_id uuid,
  question text not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, gap_id) references knowledge_gaps (workspace_id, id) on delete cascade
);
create unique index knowledge_questions_message on knowledge_questions (workspace_id, message_id) where message_id is not null;
create index knowledge_questions_of_gap on knowledge_questions (workspace_id, gap_id, id);
create index knowledge_questions_of_conversation on knowledge_questions (workspace_id, conversation_id) where conversation_id is not null;

-- Neither @@ nor % reaches an index under row-level security: the searches are functions of the tables' owner, and each narrows to the
-- workspace of the transaction itself.

-- The words of the vocabulary with these stems or sounds, and for each of `near` those that are spelled most like it.
create function find_knowledge_words(stems text[], sounds text[], near text[])
returns table (word text, stem text, sound text, chunks integer, asked text) language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
begin
  return query select k.word, k.stem, k.sound, k.chunks, null::text from knowledge_words k where k.workspace_id = w and k.stem = any (stems);
  return query select k.word, k.stem, k.sound, k.chunks, null::text from knowledge_words k
    where k.workspace_id = w and k.sound = any (sounds) and k.stem <> all (stems);
  return query execute
    'select k.word, k.stem, k.sound, k.chunks, n.word from unnest($2) n(word) cross join lateral (
       select * from knowledge_words v where v.workspace_id = $1 and v.word % n.word order by similarity(v.word, n.word) desc, v.word limit 8) k'
    using w, near;
end
$$;

-- Chunks with one of the words of `rare` anywhere, of `heads` in their title, asks or headings, or all of `every`; the best of them by
-- the weight of the parts of the question that they hold.
create function search_knowledge(rare text, heads_of text, every text, parts text[], weights real[], most integer)
returns table (chunk_id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
begin
  return query execute
    'select f.id from (
       select c.id, (select sum(p.weight * (case when c.heads @@ p.part then 1.6 when c.words @@ p.part then 1 else 0 end))
                       from unnest($5::tsquery[], $6) p(part, weight)) as found
         from knowledge_chunks c
        where c.workspace_id = $1 and (c.words @@ $2::tsquery or c.heads @@ $3::tsquery or c.words @@ $4::tsquery)) f
      order by f.found desc, f.id limit $7'
    using w, rare, heads_of, every, parts, weights, most;
end
$$;

-- The open gap whose question is spelled most like this one.
create function find_knowledge_gap(asked text, at_least real) returns table (gap_id uuid, alike real)
language plpgsql stable security definer set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.5 as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
begin
  return query execute
    'select g.id, similarity(g.folded, $2) from knowledge_gaps g
      where g.workspace_id = $1 and g.state in (''open'', ''drafted'') and g.folded % $2 and similarity(g.folded, $2) >= $3
      order by similarity(g.folded, $2) desc, g.id limit 5'
    using w, asked, at_least;
end
$$;

revoke all on function find_knowledge_words(text[], text[], text[]), search_knowledge(text, text, text, text[], real[], integer),
  find_knowledge_gap(text, real) from public;
grant execute on function find_knowledge_words(text[], text[], text[]), search_knowledge(text, text, text, text[], real[], integer),
  find_knowledge_gap(text, real) to balcao_app;
