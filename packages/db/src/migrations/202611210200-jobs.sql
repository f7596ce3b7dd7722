-- Jobs: one row until its work is done. A workspace enqueues its own; the conveyor enqueues the house's, claims and settles.
create table jobs (
  id uuid primary key,
  -- Null: a job of the house itself (cleaning, schedules).
  workspace_id uuid,
  name text not null check (length(name) between 1 and 100),
  -- Begins with the workspace, so that two of them never share a lane by accident.
  lane text,
  -- The order within a lane.
  seq bigint not null generated always as identity,
  payload jsonb not null,
  -- lined: somebody of its lane is before it. Only spares the claim from looking at it; the lane's oldest row decides.
  state text not null check (state in ('queued', 'lined', 'running')),
  run_at timestamptz not null,
  attempts int not null default 0,
  max_attempts int not null check (max_attempts > 0),
  claimed_by uuid,
  claimed_at timestamptz,
  last_error text,
  dedupe_key text,
  trace text,
  created_at timestamptz not null,
  check ((state = 'running') = (claimed_by is not null))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
create index jobs_due on jobs (run_at, seq) where state = 'queued';
create index jobs_running on jobs (claimed_by) where state = 'running';
create index jobs_lane on jobs (lane, seq) where lane is not null;
create index jobs_lined on jobs (lane) where state = 'lined';
create unique index jobs_once on jobs (workspace_id, name, dedupe_key) nulls not distinct where dedupe_key is not null;

-- Dead letters: jobs that were given up, with the reason, until somebody replays them or 30 days have passed.
create table dead_jobs (
  id uuid primary key,
  workspace_id uuid,
  name text not null,
  lane text,
  payload jsonb not null,
  reason text not null,
  attempts int not null,
  max_attempts int not null,
  dedupe_key text,
  trace text,
  created_at timestamptz not null,
  failed_at timestamptz not null
);
create index dead_jobs_by_name on dead_jobs (name, id);
create index dead_jobs_of_workspace on dead_jobs (workspace_id, id);
create index dead_jobs_by_age on dead_jobs (failed_at);

grant select, insert, update, delete on jobs, dead_jobs to balcao_conveyor;
create policy conveyor_works on jobs to balcao_conveyor using (true) with check (true);
create policy conveyor_works on dead_jobs to balcao_conveyor using (true) with check (true);

-- Who is at work. A claim of a worker that is not here, or was not seen for 7 s by this server's clock, is free again.
create table workers (
  id uuid primary key,
  -- Machine, boot and process namespace: only within these does a pid mean something.
  host text not null,
  pid int not null,
  pid_start text not null,
  role text not null,
  started_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);

create table schedules (
  name text primary key,
  cron text not null,
  tz text not null,
  next_run_at timestamptz not null,
  last_run_at timestamptz
);

grant select, insert, update, delete on workers, schedules to balcao_conveyor;
