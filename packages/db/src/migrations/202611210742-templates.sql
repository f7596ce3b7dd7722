-- The provider's templates as it told them last. One that it no longer has is kept with gone_at: messages name it.
create table templates (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  waba_id text not null,
  provider_id text not null,
  name text not null,
  language text not null,
  category text,
  status text not null,
  quality text,
  rejected_reason text,
  components jsonb not null,
  gone_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, waba_id, provider_id)
);
create index templates_by_name on templates (workspace_id, waba_id, name, language);

-- When an account's templates were last asked for, and what was the matter.
create table template_mirrors (
  workspace_id uuid not null references workspaces (id),
  waba_id text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  detail text,
  primary key (workspace_id, waba_id)
);
