-- How a company's bot works. One document, changed field by field. `version` grows with every change of it, of the models and of the
-- prompt in force; `stamp` is new each time, also when a change was rolled back: what a process keeps in memory holds while it is the same.
create table bot_settings (
  workspace_id uuid not null references workspaces (id),
  version integer not null,
  stamp uuid not null,
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  -- Null: the prompt that comes with the program.
  prompt_version_id uuid,
  updated_at timestamptz not null,
  primary key (workspace_id)
);
