-- What happened to a ticket, by whom and why, in the order of the ids. The ledger tells the same without texts; reasons and subjects are
-- people's words and stand here, where an erasure reaches them.
create table ticket_events (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind ~ '^[a-z_]+$'),
  actor_kind text not null,
  actor_id text,
  -- After it.
  status text,
  -- From and to (ids), priority, tags, until, the note.
  data jsonb not null default '{}',
  reason text,
  subject text,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id)
);
create index ticket_events_of_ticket on ticket_events (workspace_id, ticket_id, id);

-- What the team tells itself. A deleted note loses its text and stays as a fact.
create table notes (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  member_id uuid,
  body text,
  mentions uuid[] not null default '{}',
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);
create index notes_of_ticket on notes (workspace_id, ticket_id, id);

-- Resolved tickets are many: a person who sees few departments walks those and not all.
create index tickets_resolved_of_department on tickets (workspace_id, department_id, resolved_at desc, id desc) where status = 'resolved';
create index tickets_resolved_of_assignee on tickets (workspace_id, assignee_id, resolved_at desc, id desc) where status = 'resolved';

-- The day where the company is, then a number. A time zone that PostgreSQL does not know must not stop a customer's message.
create function next_ticket_protocol(at timestamptz, time_zone text) returns text language plpgsql volatile as $$
declare
  day text;
  number text := nextval('ticket_protocols')::text;
begin
  begin
    day := to_char(at at time zone time_zone, 'YYYYMMDD');
  exception when others then
    day := null;
  end;
  return coalesce(day, to_char(at at time zone 'America/Sao_Paulo', 'YYYYMMDD')) || lpad(number, greatest(6, length(number)), '0');
end
$$;
