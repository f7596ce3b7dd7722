-- What the bot may do beside talking: a short list of the company's own.
create table bot_tools (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  kind text not null,
  -- What a model calls it by.
  name text not null check (name ~ '^[a-z][a-z0-9_]{1,39}$'),
  description text not null check (length(description) <= 500),
  enabled boolean not null,
  confirm boolean not null,
  -- Without the values of headers: those are sealed, all in one text, bound to the workspace and the tool.
  settings jsonb not null,
  sealed_headers text,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  constraint bot_tools_name unique (workspace_id, name)
);
-- Keys are rotated across companies.
grant select on bot_tools to balcao_conveyor;
create policy conveyor_reseals on bot_tools for select to balcao_conveyor using (true);

-- What a tool did that must not be done twice: the same key again gets the outcome that is kept.
create table bot_tool_runs (
  workspace_id uuid not null references workspaces (id),
  once text not null check (length(once) <= 200),
  tool_id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  -- Null: it was begun. Whether it was done is then not known.
  outcome jsonb,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, once)
);
create index bot_tool_runs_of_contact on bot_tool_runs (workspace_id, contact_id, begun_at desc);

-- What customers asked the bot to book; a person agrees to it or not.
create table bot_bookings (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  ticket_id uuid,
  service text not null check (length(service) <= 80),
  -- As the customer said it, checked to be a date; the time of day apart, since many say none.
  wanted_on date not null,
  wanted_at time,
  note text not null default '' check (length(note) <= 500),
  state text not null default 'asked' check (state in ('asked', 'agreed', 'declined')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
);
create index bot_bookings_of_contact on bot_bookings (workspace_id, contact_id, wanted_on desc);
