-- API keys (shown once, kept as a hash) and the answers already given under an Idempotency-Key.
create table api_keys (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  prefix text not null,
  hash bytea not null check (length(hash) = 32),
  scopes text[] not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
-- A key says nothing of its workspace, so it is found by its first characters in the whole house.
create index api_keys_by_prefix on api_keys (prefix);

grant select (workspace_id, id, prefix, hash, scopes, expires_at, revoked_at, last_used_at) on api_keys to balcao_conveyor;
create policy conveyor_authenticates on api_keys for select to balcao_conveyor using (true);

create table idempotent_answers (
  workspace_id uuid not null,
  api_key_id uuid not null,
  key text not null check (length(key) between 1 and 255),
  operation text not null,
  body_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (workspace_id, api_key_id, key)
);
create index idempotent_answers_by_age on idempotent_answers (workspace_id, created_at);
