-- Invitations, the log of access, and what the identity role needs to bring a person into a workspace within one transaction.
create table invitations (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  email text not null check (email = lower(email)),
  name text,
  role text not null check (role in ('owner', 'admin', 'supervisor', 'attendant', 'auditor', 'custom')),
  custom_role_id uuid,
  department_ids uuid[] not null default '{}',
  token_hash bytea not null check (length(token_hash) = 32),
  -- A member; null for the operator's console and for keys.
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, custom_role_id) references custom_roles (workspace_id, id),
  check ((role = 'custom') = (custom_role_id is not null))
);
create unique index invitations_open on invitations (workspace_id, email) where accepted_at is null and revoked_at is null;
-- A link says nothing of its workspace, so it is found by its hash in the whole house.
create index invitations_by_token on invitations (token_hash);

alter table api_keys add column created_by uuid;

-- Sign-ins, changes of what somebody may do, and reads of personal data. Written, counted up, never changed.
create table access_log (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  at timestamptz not null,
  action text not null check (action ~ '^[a-z-]+\.[a-z-]+$'),
  member_id uuid,
  api_key_id uuid,
  address text,
  device text,
  subject_kind text,
  subject_id uuid,
  -- Reads of one thing by one person within five minutes are one row; null for what is told each time.
  once_key text,
  times int not null default 1,
  data jsonb not null default '{}',
  primary key (workspace_id, id)
);
create unique index access_log_once on access_log (workspace_id, once_key) where once_key is not null;
create index access_log_of_member on access_log (workspace_id, member_id, id);
create index access_log_of_subject on access_log (workspace_id, subject_id, id);
