-- A conversation is the endless thread of one contact on one channel: at most one for each pair.
create table conversations (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  contact_id uuid not null,
  -- Where to answer: the wa_id as received (Meta may have changed the ninth digit: not ours to correct), or the BSUID.
  wa_id text,
  bsuid text,
  floor text not null default 'bot' check (floor in ('bot', 'person', 'phone_app', 'meta_agent')),
  floor_since timestamptz,
  last_seq bigint not null default 0,
  unread int not null default 0,
  last_inbound_at timestamptz,
  window_until timestamptz,
  -- Pacing per pair: the instant until which this pair's sends are already spoken for (GCRA).
  pair_paid_until timestamptz,
  merged_into uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, channel_id, contact_id)
) with (fillfactor = 75);
create index conversations_recent on conversations (workspace_id, last_inbound_at desc, id desc);
create index conversations_of_contact on conversations (workspace_id, contact_id);

-- Messages, both ways. Partitioned by month through the UUIDv7 id; seq is the order within the conversation.
create table messages (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  seq bigint not null,
  direction text not null check (direction in ('in', 'out')),
  origin text not null check (origin in ('customer', 'bot', 'person', 'phone_app', 'meta_agent', 'api', 'import')),
  kind text not null,
  body text,
  content jsonb,
  status text not null check (status in ('received', 'queued', 'unknown', 'accepted', 'held', 'sent', 'delivered', 'read', 'played', 'failed')),
  provider_id text,
  reply_to text,
  media_id uuid,
  receipt_id uuid,
  at timestamptz not null,
  created_at timestamptz not null,
  accepted_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  played_at timestamptz,
  failed_at timestamptz,
  edited_at timestamptz,
  revoked_at timestamptz,
  error_code int,
  error_detail text,
  pricing jsonb,
  pricing_rank smallint,
  primary key (workspace_id, id)
) partition by range (id);
create table messages_default partition of messages default;
create index messages_of_conversation on messages (workspace_id, conversation_id, seq desc);

-- The provider's id of each message: what makes a repeated webhook a single message, across months.
create table message_refs (
  workspace_id uuid not null,
  channel_id uuid not null,
  provider_id text not null,
  message_id uuid not null,
  primary key (workspace_id, channel_id, provider_id)
);

-- Statuses that came before we knew their message: applied when the send's answer is recorded, or by the sweeper.
create table early_statuses (
  workspace_id uuid not null,
  channel_id uuid not null,
  provider_id text not null,
  status text not null,
  at timestamptz not null,
  error_code int,
  error_detail text,
  pricing jsonb,
  received_at timestamptz not null,
  primary key (workspace_id, channel_id, provider_id, status)
);
create index early_statuses_by_age on early_statuses (received_at);

-- Reactions are kept by the provider's id of what they react to, so that one which overtakes its message is not lost.
create table reactions (
  workspace_id uuid not null,
  channel_id uuid not null,
  provider_id text not null,
  by_whom text not null check (by_whom in ('customer', 'business')),
  emoji text,
  at timestamptz not null,
  primary key (workspace_id, channel_id, provider_id, by_whom)
);

-- Edits and revocations, with what stood before; applied_at is null while the message they speak of is not here yet.
create table amendments (
  workspace_id uuid not null,
  channel_id uuid not null,
  provider_id text not null,
  target_provider_id text not null,
  kind text not null check (kind in ('edit', 'revoke')),
  at timestamptz not null,
  body text,
  content jsonb,
  previous jsonb,
  applied_at timestamptz,
  received_at timestamptz not null,
  primary key (workspace_id, channel_id, provider_id)
);
create index amendments_waiting on amendments (received_at) where applied_at is null;

-- What waits to be sent. A row lives from the queueing of its message to the provider's answer.
create table outbox (
  workspace_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  seq bigint not null,
  state text not null default 'queued' check (state in ('queued', 'sending', 'unknown')),
  not_before timestamptz not null,
  attempts int not null default 0,
  unknowns int not null default 0,
  claimed_by uuid,
  claimed_at timestamptz,
  reason text,
  queued_at timestamptz not null,
  primary key (workspace_id, message_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
create index outbox_lane on outbox (workspace_id, conversation_id, seq);
create index outbox_by_channel on outbox (workspace_id, channel_id, seq);

-- How far a number's sends are already spoken for: pacing per number holds over all workers (GCRA).
create table channel_pace (
  workspace_id uuid not null,
  channel_id uuid not null,
  paid_until timestamptz not null,
  primary key (workspace_id, channel_id)
) with (fillfactor = 20);

-- Conversations with something nobody has looked at yet. The turn takes the row away in the transaction that answers.
create table turn_work (
  workspace_id uuid not null,
  conversation_id uuid not null,
  from_seq bigint not null,
  from_id uuid not null,
  due_at timestamptz not null,
  waiting_since timestamptz not null,
  attempts int not null default 0,
  primary key (workspace_id, conversation_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
create index turn_work_due on turn_work (due_at);

-- The bot's state machine in each conversation, and every step it took.
create table bot_sessions (
  workspace_id uuid not null,
  conversation_id uuid not null,
  flow_version_id uuid not null,
  step text not null,
  vars jsonb not null,
  updated_at timestamptz not null,
  primary key (workspace_id, conversation_id)
) with (fillfactor = 75);

create table flow_transitions (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  flow_version_id uuid not null,
  message_id uuid,
  from_step text,
  to_step text not null,
  event text not null,
  at timestamptz not null,
  primary key (workspace_id, id)
) partition by range (id);
create table flow_transitions_default partition of flow_transitions default;
create index flow_transitions_of_conversation on flow_transitions (workspace_id, conversation_id, id);

-- The sweeper looks across workspaces for what is due and what a dead worker left; it changes nothing but claims.
grant select on turn_work, outbox, early_statuses, amendments, conversations to balcao_conveyor;
create policy conveyor_sweeps on turn_work for select to balcao_conveyor using (true);
create policy conveyor_sweeps on outbox for select to balcao_conveyor using (true);
create policy conveyor_sweeps on early_statuses for select to balcao_conveyor using (true);
create policy conveyor_sweeps on amendments for select to balcao_conveyor using (true);
create policy conveyor_sweeps on conversations for select to balcao_conveyor using (true);

-- A status only rises. `unknown` (the answer never came) stands below `accepted`; `failed` is final.
create function status_rank(status text) returns int language sql immutable parallel safe as $$
  select case status
    when 'queued' then 0 when 'unknown' then 5 when 'accepted' then 10 when 'held' then 15 when 'sent' then 20
    when 'delivered' then 30 when 'read' then 40 when 'played' then 50 when 'failed' then 60 else 0 end
$$;
