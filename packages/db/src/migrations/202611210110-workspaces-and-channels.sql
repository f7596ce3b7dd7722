-- Workspaces, their channels with sealed credentials, and the versions of each channel's flow.

create table workspaces (
  id uuid primary key,
  slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name text not null check (length(name) between 1 and 200),
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint workspaces_slug_key unique (slug)
);

create table channels (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  kind text not null check (kind in ('whatsapp-cloud')),
  name text not null check (length(name) between 1 and 200),
  phone_number_id text,
  waba_id text,
  display_phone_number text,
  -- Sealed by the key ring (key id . nonce . tag . text) with `workspace:channels.column` as associated data.
  app_secret text,
  access_token text,
  verify_token text,
  per_second integer not null default 80 check (per_second between 1 and 1000000),
  per_pair boolean not null default true,
  join_ms integer not null default 0 check (join_ms between 0 and 60000),
  state text not null default 'active' check (state in ('active', 'paused', 'stopped')),
  state_reason text,
  -- Only the demo's channel has one: its Graph API is the simulator inside this program.
  graph_base_url text,
  flow_version_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  constraint channels_cloud_is_complete check (
    kind <> 'whatsapp-cloud'
    or (phone_number_id is not null and waba_id is not null and app_secret is not null and access_token is not null and verify_token is not null)
  )
);

-- One number belongs to one channel in the whole house, so that a webhook has one way to go.
-- This is the one unique index of a workspace's table that does not begin with the workspace.
create unique index channels_number_key on channels (kind, phone_number_id);

create table flow_versions (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  version integer not null check (version > 0),
  source text not null,
  parsed jsonb not null,
  checksum text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, channel_id) references channels (workspace_id, id),
  constraint flow_versions_version_key unique (workspace_id, channel_id, version)
);

alter table channels
  add foreign key (workspace_id, flow_version_id) references flow_versions (workspace_id, id);

-- The conveyor finds the channel of a webhook before it knows the workspace.
grant select on workspaces, channels to balcao_conveyor;
create policy conveyor_reads on workspaces for select to balcao_conveyor using (true);
create policy conveyor_reads on channels for select to balcao_conveyor using (true);
