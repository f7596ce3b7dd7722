-- Files of contacts that come in and go out. Their bytes lie in parts, so that any worker of any machine has them, and go when they are done.
create table contact_imports (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  file_name text not null,
  state text not null check (state in ('ready', 'running', 'done', 'failed', 'cancelled')),
  size bigint not null,
  -- Csv or xlsx, encoding, delimiter, headings: what the first look found.
  format jsonb not null default '{}',
  -- Columns and rules that the person chose.
  plan jsonb,
  total int,
  -- The last line that is done: a worker that takes over goes on after it.
  line int not null default 1,
  done int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  skipped int not null default 0,
  failed int not null default 0,
  problem text,
  actor_kind text not null,
  actor_id text,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (workspace_id, id)
);

create table contact_exports (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  format text not null check (format in ('csv', 'xlsx')),
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired')),
  filters jsonb not null,
  done int not null default 0,
  total int,
  size bigint,
  problem text,
  actor_kind text not null,
  actor_id text,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz,
  primary key (workspace_id, id)
);

create table file_parts (
  workspace_id uuid not null,
  file_id uuid not null,
  part int not null,
  bytes bytea not null,
  primary key (workspace_id, file_id, part)
);

create table import_errors (
  workspace_id uuid not null,
  import_id uuid not null,
  n int not null,
  line int not null,
  column_name text,
  problem text not null,
  value text,
  primary key (workspace_id, import_id, n),
  foreign key (workspace_id, import_id) references contact_imports (workspace_id, id)
);
