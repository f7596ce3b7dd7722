-- The models a company has configured, in the order of fallback. The key is sealed, bound to this column and this row.
create table bot_models (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  vendor text not null check (vendor in ('google', 'openai-compatible', 'ollama')),
  purpose text not null check (purpose in ('answer', 'classify', 'embed')),
  model text not null check (length(model) between 1 and 200),
  base_url text check (length(base_url) <= 500),
  api_key text,
  position integer not null,
  enabled boolean not null,
  per_minute integer check (per_minute > 0),
  per_day integer check (per_day > 0),
  concurrency integer not null check (concurrency between 1 and 100),
  timeout_ms integer not null check (timeout_ms between 500 and 120000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);

-- Keys that were rotated are sealed again, across workspaces.
grant select (workspace_id, id, api_key) on bot_models to balcao_conveyor;
create policy conveyor_reseals on bot_models for select to balcao_conveyor using (true);
