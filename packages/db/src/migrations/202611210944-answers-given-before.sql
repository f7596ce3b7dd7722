-- Answers of models that may be given again: the same question in other words, from the same knowledge and the same prompt.
create table answer_cache (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  -- Knowledge, prompt and language: an answer from others is another answer.
  ground text not null,
  -- The words that matter, in order, each once.
  words text[] not null,
  words_hash text not null,
  answer text not null check (length(answer) <= 8000),
  sources jsonb not null default '[]',
  made jsonb not null default '{}',
  -- Whose question it was: gone with what is remembered of them.
  contact_id uuid,
  hits integer not null default 0,
  created_at timestamptz not null,
  last_hit_at timestamptz,
  expires_at timestamptz not null,
  primary key (workspace_id, id),
  constraint answer_cache_question unique (workspace_id, ground, words_hash)
) with (fillfactor = 80);
create index answer_cache_near on answer_cache (workspace_id, ground, cardinality(words), created_at desc);
create index answer_cache_of_contact on answer_cache (workspace_id, contact_id) where contact_id is not null;
create index answer_cache_expired on answer_cache (workspace_id, expires_at);
