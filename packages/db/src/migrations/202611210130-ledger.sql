-- What happened, in the same transaction as the change: audit, realtime feed and outgoing webhooks all read it.
-- Ids, kinds and statuses only: no message text, no phone. Partitioned by month through the UUIDv7 id.
create table ledger (
  workspace_id uuid not null,
  id uuid not null,
  -- Readers stop below the oldest transaction still running, so a late commit is never skipped.
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  type text not null check (type ~ '^[a-z_]+\.[a-z_]+$'),
  actor_kind text not null,
  actor_id text,
  conversation_id uuid,
  message_id uuid,
  contact_id uuid,
  data jsonb not null default '{}',
  primary key (workspace_id, id)
) partition by range (id);
create table ledger_default partition of ledger default;
create index ledger_feed on ledger (workspace_id, xid, id);
