-- How the bot works on a channel: not at all, by its flow alone, or understanding free text (a flow then gives it steps to lead to).
alter table channels add column bot_mode text not null default 'flow' check (bot_mode in ('off', 'flow', 'assistant'));

-- Where each talk of the bot stands. Without a flow there is no step.
alter table bot_sessions
  alter column flow_version_id drop not null,
  alter column step drop not null,
  add column state text not null default 'triage' check (state in (
    'greeting', 'identifying', 'triage', 'collecting', 'answering', 'confirming', 'waiting_person', 'with_person',
    'closing', 'rating', 'closed', 'error', 'timeout')),
  -- What it keeps in mind: failures in a row, turns since a person, what it asked last, what waits for a yes.
  add column memory jsonb not null default '{}',
  -- When the watchdog looks at it; null: nobody waits.
  add column watch_at timestamptz;
create index bot_sessions_watched on bot_sessions (watch_at) where watch_at is not null;
grant select on bot_sessions to balcao_conveyor;
create policy conveyor_sweeps on bot_sessions for select to balcao_conveyor using (true);

-- What the bot asked of the outside world (a model, a flow's HTTP step, a tool). Made in the transaction of the turn, done outside of any.
create table bot_errands (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  -- It answers the customer's words up to here. A later word makes it worthless.
  for_seq bigint not null,
  kind text not null check (kind in ('answer', 'http', 'tool')),
  request jsonb not null,
  state text not null default 'wanted' check (state in ('wanted', 'running', 'done', 'cancelled')),
  asked_at timestamptz not null,
  -- After this the customer gets a sentence without it.
  give_up_at timestamptz not null,
  claimed_by uuid,
  claimed_at timestamptz,
  finished_at timestamptz,
  result jsonb,
  primary key (workspace_id, id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
create unique index bot_errands_of_conversation on bot_errands (workspace_id, conversation_id) where state in ('wanted', 'running', 'done');
create index bot_errands_to_do on bot_errands (asked_at) where state in ('wanted', 'running');
grant select on bot_errands to balcao_conveyor;
create policy conveyor_sweeps on bot_errands for select to balcao_conveyor using (true);

-- Every decision of the bot, with all that it was made of: it can be made again from this row and the version of the flow.
create table bot_turns (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  mode text not null,
  at timestamptz not null,
  from_state text not null,
  to_state text not null,
  event text not null,
  rule text not null,
  message_ids uuid[] not null,
  reply_ids uuid[] not null,
  flow_version_id uuid,
  -- The steps of the flow that it went through.
  steps jsonb not null,
  intent text,
  confidence real,
  classifier text,
  answered_by text,
  model text,
  prompt_version_id uuid,
  tokens_in int not null default 0,
  tokens_out int not null default 0,
  cost_micros bigint not null default 0,
  ms int,
  sources jsonb,
  attack boolean not null default false,
  -- Why it went to a person, or what failed.
  reason text,
  facts jsonb not null,
  -- Of the decision: the same facts must give it again.
  fingerprint text not null,
  primary key (workspace_id, id)
) partition by range (id);
create table bot_turns_default partition of bot_turns default;
create index bot_turns_of_conversation on bot_turns (workspace_id, conversation_id, id);

-- A talk that the bot gave to people: what they should know before the first word.
create table bot_handoffs (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  ticket_id uuid,
  turn_id uuid not null,
  at timestamptz not null,
  reason text not null check (reason in ('request', 'low_confidence', 'anger', 'sensitive', 'failures', 'rule', 'loop', 'hops', 'late', 'error')),
  -- Key of the intent, what was tried, what was collected, how they sounded.
  wants text,
  intent text,
  tried jsonb not null,
  collected jsonb not null,
  sentiment text not null check (sentiment in ('calm', 'upset', 'angry')),
  summary text not null,
  summary_by text not null check (summary_by in ('template', 'model')),
  department text,
  answer_due_at timestamptz,
  primary key (workspace_id, id)
);
create index bot_handoffs_of_conversation on bot_handoffs (workspace_id, conversation_id, id desc);
create index bot_handoffs_of_ticket on bot_handoffs (workspace_id, ticket_id, id desc);

-- What customers thought of the service, from 1 to 5.
create table bot_ratings (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  ticket_id uuid,
  score smallint not null check (score between 1 and 5),
  at timestamptz not null,
  primary key (workspace_id, id)
);

-- Is it the bot's? Then it goes no more once somebody else has the floor.
alter table outbox add column by_bot boolean not null default false;
