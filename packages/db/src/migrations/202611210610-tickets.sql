-- A ticket is one unit of service inside a conversation. At most one of a conversation is not resolved.
create sequence ticket_protocols;
grant usage on sequence ticket_protocols to balcao_app;

create table tickets (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  channel_id uuid not null,
  -- The day and a number: what the customer is told and asks by.
  protocol text not null,
  -- triage: the bot has it; queued: waits for a person; open: a person serves; waiting: for the customer; snoozed: comes back by itself.
  status text not null check (status in ('triage', 'queued', 'open', 'waiting', 'snoozed', 'resolved')),
  priority smallint not null default 1 check (priority between 0 and 3),
  subject text,
  department_id uuid,
  queue_id uuid,
  team_id uuid,
  assignee_id uuid,
  tag_ids uuid[] not null default '{}',
  opened_by text not null default 'customer' check (opened_by in ('customer', 'person', 'api')),
  opened_at timestamptz not null,
  queued_at timestamptz,
  assigned_at timestamptz,
  first_reply_at timestamptz,
  snoozed_until timestamptz,
  resolved_at timestamptz,
  resolve_reason text,
  reopened int not null default 0,
  last_message_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, protocol),
  foreign key (workspace_id, department_id) references departments (workspace_id, id),
  foreign key (workspace_id, queue_id) references queues (workspace_id, id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id),
  foreign key (workspace_id, assignee_id) references members (workspace_id, id)
) with (fillfactor = 80);
create unique index tickets_of_open_conversation on tickets (workspace_id, conversation_id) where status <> 'resolved';
create index tickets_inbox on tickets (workspace_id, last_message_at desc, id desc) where status <> 'resolved';
create index tickets_mine on tickets (workspace_id, assignee_id, last_message_at desc, id desc) where status <> 'resolved';
create index tickets_resolved on tickets (workspace_id, resolved_at desc, id desc) where status = 'resolved';
create index tickets_of_contact on tickets (workspace_id, contact_id, id desc);
create index tickets_of_conversation on tickets (workspace_id, conversation_id, id desc);
create index tickets_snoozed on tickets (snoozed_until) where status = 'snoozed';
grant select on tickets to balcao_conveyor;
create policy conveyor_sweeps on tickets for select to balcao_conveyor using (true);

-- What the list shows of a conversation: its newest message, both ways.
alter table conversations add column last_message_id uuid, add column last_message_at timestamptz;
