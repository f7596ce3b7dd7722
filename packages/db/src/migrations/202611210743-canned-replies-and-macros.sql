-- Texts that attendants send again and again. Without an owner they are shared: with everyone, or with some departments.
create table canned_replies (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  shortcut text not null check (length(shortcut) between 1 and 40),
  title text check (length(title) <= 100),
  body text not null check (length(body) <= 4096),
  media_ids uuid[] not null default '{}',
  department_ids uuid[] not null default '{}',
  owner_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references members (workspace_id, id)
);
-- One shortcut among the shared ones, and one of each owner's.
create unique index canned_replies_shortcut on canned_replies (workspace_id, shortcut) where owner_id is null;
create unique index canned_replies_own_shortcut on canned_replies (workspace_id, owner_id, shortcut) where owner_id is not null;

-- Several steps under one name.
create table macros (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  actions jsonb not null,
  department_ids uuid[] not null default '{}',
  owner_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references members (workspace_id, id)
);
create unique index macros_name on macros (workspace_id, lower(name)) where owner_id is null;
create unique index macros_own_name on macros (workspace_id, owner_id, lower(name)) where owner_id is not null;
