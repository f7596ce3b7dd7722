-- How each channel was when its provider was last asked: words are the provider's own.
create table channel_health (
  workspace_id uuid not null,
  channel_id uuid not null,
  checked_at timestamptz not null,
  answered_at timestamptz,
  number jsonb not null default '{}',
  token jsonb not null default '{}',
  subscribed boolean,
  -- Why the provider's answer is missing: treatment or error code, and its words for developers.
  problem text,
  detail text,
  primary key (workspace_id, channel_id),
  foreign key (workspace_id, channel_id) references channels (workspace_id, id)
);

-- What the conveyor notes in passing: at most twice a minute that something came in, and each final refusal of a message.
create table channel_signs (
  workspace_id uuid not null,
  channel_id uuid not null,
  last_receipt_at timestamptz,
  last_failure_at timestamptz,
  last_failure_code int,
  last_failure_sentence text,
  primary key (workspace_id, channel_id)
) with (fillfactor = 50);
