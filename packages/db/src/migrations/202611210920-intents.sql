-- What a company's customers may want: its own intents, and what it changed in those of the starting set (which has no rows until then).
create table intents (
  workspace_id uuid not null references workspaces (id),
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  -- Null: as the starting set says it.
  name text check (length(name) between 1 and 80),
  border text check (length(border) <= 500),
  archived_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, key)
);

-- Sentences a company taught. One sentence means one thing: whoever says it last is right.
create table intent_examples (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  key text not null,
  text text not null check (length(text) between 1 and 300),
  normal text not null,
  source text not null check (source in ('person', 'correction')),
  -- Of a correction: which message it was, so that it goes when the message must.
  message_id uuid,
  author_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index intent_examples_normal on intent_examples (workspace_id, normal);
create index intent_examples_of_intent on intent_examples (workspace_id, key, id desc);
create index intent_examples_of_message on intent_examples (workspace_id, message_id) where message_id is not null;

-- One row for each company that changed anything: how often, up to where it was learned, and by which model it goes.
create table intent_states (
  workspace_id uuid not null primary key references workspaces (id),
  changes bigint not null default 0,
  learned bigint not null default 0,
  version text,
  -- Null: the one that the project found best.
  threshold real check (threshold between 0 and 1),
  updated_at timestamptz not null
);

-- Models never change. The newest few of a company are kept, for processes that have not noticed yet.
create table intent_models (
  workspace_id uuid not null references workspaces (id),
  version text not null,
  model bytea not null,
  evaluation jsonb not null,
  examples int not null,
  made_at timestamptz not null,
  primary key (workspace_id, version)
);
