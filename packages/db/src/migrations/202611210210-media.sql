-- Files that customers sent and that go out. The content lies in the storage under its own hash, once per workspace.
create table media (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  -- Inbound only: where it came from, and under which name the provider hands it out for seven days.
  channel_id uuid,
  provider_media_id text,
  conversation_id uuid,
  message_id uuid,
  kind text not null check (kind in ('image', 'video', 'audio', 'document', 'sticker')),
  -- What the sender says it is: shown to nobody's browser.
  declared_mime text,
  -- What its bytes say it is.
  mime text,
  size bigint check (size >= 0),
  declared_sha256 text check (declared_sha256 ~ '^[0-9a-f]{64}$'),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- False: kept although the provider's hash was of something else, three times over.
  hash_matches boolean,
  file_name text,
  state text not null check (state in ('pending', 'stored', 'failed', 'expired')),
  storage_key text,
  attempts int not null default 0,
  -- One of the room's own words for people (see sentences.ts), and the last error for developers.
  reason text,
  detail text,
  created_at timestamptz not null,
  fetched_at timestamptz,
  primary key (workspace_id, id),
  check (direction = 'out' or (channel_id is not null and provider_media_id is not null)),
  check (state <> 'stored' or (storage_key is not null and sha256 is not null and size is not null and mime is not null))
);
create index media_by_content on media (workspace_id, sha256) where sha256 is not null;
