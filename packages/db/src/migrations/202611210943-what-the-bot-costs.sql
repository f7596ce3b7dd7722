-- What models cost, and what may be spent in a day. Amounts are millionths of a US dollar; a day is one of the workspace's time zone.
alter table bot_models add column tokens_per_minute integer check (tokens_per_minute > 0);

-- One row for each day: the row's lock is what lets two answers at once not both take the last cent.
create table bot_days (
  workspace_id uuid not null references workspaces (id),
  day date not null,
  spent_micros bigint not null default 0,
  -- Of answers that are being made.
  reserved_micros bigint not null default 0,
  -- Answers that a model was not asked for, since the day's budget did not allow it.
  refused integer not null default 0,
  cache_hits integer not null default 0,
  cache_misses integer not null default 0,
  primary key (workspace_id, day)
) with (fillfactor = 70);

-- A reservation that nobody settles lapses: who made it died. It may still be settled, late, and only once.
create table bot_reservations (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  day date not null,
  micros bigint not null check (micros >= 0),
  state text not null check (state in ('held', 'lapsed', 'settled')),
  lapses_at timestamptz not null,
  primary key (workspace_id, id)
);
create index bot_reservations_held on bot_reservations (workspace_id, lapses_at) where state = 'held';
create index bot_reservations_old on bot_reservations (lapses_at) where state <> 'held';

create table bot_spend (
  workspace_id uuid not null references workspaces (id),
  day date not null,
  model_id uuid not null,
  purpose text not null check (purpose in ('answer', 'classify', 'embed', 'test')),
  -- As the vendor names it: it stays readable when the model is no longer configured.
  model text not null,
  requests integer not null default 0,
  failures integer not null default 0,
  tokens_in bigint not null default 0,
  tokens_out bigint not null default 0,
  micros bigint not null default 0,
  primary key (workspace_id, day, model_id, purpose, model)
) with (fillfactor = 70);

create table bot_ticket_spend (
  workspace_id uuid not null,
  ticket_id uuid not null,
  requests integer not null default 0,
  tokens_in bigint not null default 0,
  tokens_out bigint not null default 0,
  micros bigint not null default 0,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id)
) with (fillfactor = 70);

-- A company's own prices; where it has none, those that come with the program hold. Millionths of a dollar for a million tokens.
create table bot_prices (
  workspace_id uuid not null references workspaces (id),
  model text not null check (length(model) between 1 and 200),
  valid_from date not null,
  input_micros bigint not null check (input_micros >= 0),
  output_micros bigint not null check (output_micros >= 0),
  source text not null default '' check (length(source) <= 500),
  updated_at timestamptz not null,
  primary key (workspace_id, model, valid_from)
);
