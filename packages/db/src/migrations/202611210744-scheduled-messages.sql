-- What is to be said later, once or again and again. A job waits for next_at; the row decides whether the job still counts.
create table scheduled_messages (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  -- The member who made it, or the API key that did.
  created_by uuid,
  created_by_key uuid,
  content jsonb not null,
  media_ids uuid[] not null default '{}',
  first_at timestamptz not null,
  next_at timestamptz,
  recurrence jsonb,
  only_if_open boolean not null default false,
  state text not null check (state in ('waiting', 'done', 'failed', 'cancelled')),
  occurrences int not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
  check ((state = 'waiting') = (next_at is not null))
);
create index scheduled_messages_of_conversation on scheduled_messages (workspace_id, conversation_id, id);
create index scheduled_messages_waiting on scheduled_messages (workspace_id, next_at, id) where state = 'waiting';
create index scheduled_messages_over on scheduled_messages (workspace_id, state, id desc) where state <> 'waiting';

-- What became of each occurrence. The key is what makes one of them happen once.
create table scheduled_runs (
  workspace_id uuid not null,
  scheduled_id uuid not null,
  due_at timestamptz not null,
  state text not null check (state in ('sent', 'skipped', 'failed')),
  reason text,
  message_ids uuid[] not null default '{}',
  at timestamptz not null,
  primary key (workspace_id, scheduled_id, due_at),
  foreign key (workspace_id, scheduled_id) references scheduled_messages (workspace_id, id)
);
