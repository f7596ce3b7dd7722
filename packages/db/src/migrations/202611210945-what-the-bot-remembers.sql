-- What the bot remembers of a person, in words: shown to them, and erased, when they ask.
create table bot_memories (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('preference', 'fact', 'summary')),
  -- What it is about; a newer one of the same takes its place. Of a summary: the ticket's id.
  key text not null check (length(key) between 1 and 80),
  text text not null check (length(text) between 1 and 2000),
  ticket_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  constraint bot_memories_one unique (workspace_id, contact_id, kind, key),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id)
);

-- When a person had it erased: nothing from before is remembered again, whatever other tables still hold.
create table bot_forgotten (
  workspace_id uuid not null,
  contact_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
);
