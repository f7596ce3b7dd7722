-- Attempts to make the bot say or do what it must not, and leaks that were stopped. The words themselves are in the message.
create table bot_attacks (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('attack', 'leak')),
  -- Where it stood.
  place text not null check (place in ('message', 'name', 'caption', 'document', 'quoted', 'transcript', 'email', 'page', 'tool', 'answer')),
  conversation_id uuid,
  message_id uuid,
  contact_id uuid,
  score real,
  signs text[] not null default '{}',
  primary key (workspace_id, id)
);
create index bot_attacks_of_contact on bot_attacks (workspace_id, contact_id, id desc) where contact_id is not null;
