-- What the bot is told to be, in versions. A draft is changed by its author and colleagues; once published its text stays as it was, since
-- records of answers name it.
create table prompt_versions (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  version integer not null,
  -- The one it was begun from; null: from the prompt that comes with the program.
  based_on uuid,
  text text not null check (length(text) between 1 and 20000),
  note text not null default '' check (length(note) <= 500),
  state text not null check (state in ('draft', 'published')),
  author_kind text not null,
  author_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  primary key (workspace_id, id),
  constraint prompt_versions_number unique (workspace_id, version),
  foreign key (workspace_id, based_on) references prompt_versions (workspace_id, id),
  check ((state = 'published') = (published_at is not null))
);

-- Every time one came into force: published, or rolled back to.
create table prompt_changes (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  -- Null: the program's own.
  prompt_version_id uuid,
  actor_kind text not null,
  actor_id text,
  primary key (workspace_id, id),
  foreign key (workspace_id, prompt_version_id) references prompt_versions (workspace_id, id)
);

alter table bot_settings add foreign key (workspace_id, prompt_version_id) references prompt_versions (workspace_id, id);
