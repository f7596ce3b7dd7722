-- Receipts: every webhook body we answered 200 to, as it came. Written once, never changed; days are dropped whole.
-- The id is a UUIDv7, so a day is a range of ids and a receipt is found in its partition by its id alone.
create table receipts (
  id uuid not null,
  received_at timestamptz not null,
  provider text not null,
  body text not null,
  trace text,
  primary key (id)
) partition by range (id);
create table receipts_default partition of receipts default;

-- One narrow row for each channel that a receipt concerns, until that channel's part of it is in the books.
create table receipt_work (
  workspace_id uuid not null,
  channel_id uuid not null,
  receipt_id uuid not null,
  received_at timestamptz not null,
  attempts int not null default 0,
  not_before timestamptz not null,
  reason text,
  primary key (workspace_id, channel_id, receipt_id)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
create index receipt_work_by_age on receipt_work (received_at);

grant select, insert on receipts to balcao_conveyor;
grant select, insert, update, delete on receipt_work to balcao_conveyor;
create policy conveyor_works on receipt_work to balcao_conveyor using (true) with check (true);

-- What came for a channel and is not a message: account events, template changes, calls, and whatever we do not know yet.
create table channel_events (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  receipt_id uuid not null,
  at timestamptz not null,
  kind text not null,
  data jsonb not null,
  primary key (workspace_id, id)
);
create index channel_events_recent on channel_events (workspace_id, channel_id, id desc);
