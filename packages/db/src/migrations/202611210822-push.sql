-- Keys of the whole site, made at the first need; the private half is sealed.
create table site_keys (
  name text primary key,
  public_key text not null,
  sealed text not null,
  created_at timestamptz not null default now()
);
grant select, insert on site_keys to balcao_conveyor;
grant update (sealed) on site_keys to balcao_conveyor;

-- A browser that wants to be notified. Whoever subscribes last with it owns it: two people may share a computer.
create table push_subscriptions (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  endpoint text not null check (length(endpoint) <= 2000),
  endpoint_hash bytea not null check (length(endpoint_hash) = 32),
  p256dh text not null,
  auth text not null,
  language text not null check (language in ('pt-BR', 'en', 'es')),
  created_at timestamptz not null,
  last_sent_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, endpoint_hash),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);
create index push_subscriptions_of_member on push_subscriptions (workspace_id, member_id);

-- What each wants to be told of; who never said so has the defaults.
create table push_wishes (
  workspace_id uuid not null,
  member_id uuid not null,
  mentions boolean not null default true,
  assigned boolean not null default true,
  messages boolean not null default true,
  queue boolean not null default true,
  show_text boolean not null default false,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);

-- How far the ledger was read for notifications: a row for each workspace that has a subscription.
create table push_feeds (
  workspace_id uuid primary key references workspaces (id),
  cursor text not null
);
grant select on push_feeds to balcao_conveyor;
create policy conveyor_follows on push_feeds for select to balcao_conveyor using (true);
