-- Who works in a workspace. The person (password, second factor, sessions) lives in the identity tables; here is what a workspace
-- knows of them. A member's id is what tickets, notes and the ledger name.
create table custom_roles (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  scopes text[] not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index custom_roles_name on custom_roles (workspace_id, lower(name));

create table members (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null,
  role text not null check (role in ('owner', 'admin', 'supervisor', 'attendant', 'auditor', 'custom')),
  custom_role_id uuid,
  state text not null default 'active' check (state in ('active', 'disabled')),
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, person_id),
  foreign key (workspace_id, custom_role_id) references custom_roles (workspace_id, id),
  check ((role = 'custom') = (custom_role_id is not null))
);
create index members_of_person on members (person_id);

-- Where tickets wait and who serves them.
create table departments (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  color text not null default 'gray',
  position int not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index departments_name on departments (workspace_id, lower(name)) where archived_at is null;

create table department_members (
  workspace_id uuid not null,
  department_id uuid not null,
  member_id uuid not null,
  primary key (workspace_id, department_id, member_id),
  foreign key (workspace_id, department_id) references departments (workspace_id, id),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);
create index department_members_of_member on department_members (workspace_id, member_id);

create table queues (
  workspace_id uuid not null,
  id uuid not null,
  department_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  position int not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, department_id) references departments (workspace_id, id)
);
create unique index queues_name on queues (workspace_id, department_id, lower(name)) where archived_at is null;

create table teams (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index teams_name on teams (workspace_id, lower(name)) where archived_at is null;

create table team_members (
  workspace_id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  primary key (workspace_id, team_id, member_id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);

-- Tags of tickets and contacts.
create table tags (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  color text not null default 'gray',
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index tags_name on tags (workspace_id, lower(name)) where archived_at is null;
