-- Who is here: one row for each member and process that serves them, renewed while it does. What is not renewed has expired,
-- so that a process that dies takes nobody's place for longer.
create table member_presences (
  workspace_id uuid not null,
  member_id uuid not null,
  process_id uuid not null,
  state text not null check (state in ('online', 'away')),
  expires_at timestamptz not null,
  primary key (workspace_id, member_id, process_id),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
) with (fillfactor = 70);

-- When somebody was last seen outlives that.
create table member_sightings (
  workspace_id uuid not null,
  member_id uuid not null,
  seen_at timestamptz not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
) with (fillfactor = 70);
