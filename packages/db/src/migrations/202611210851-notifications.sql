-- What somebody was told by name, kept until it is read: behind the bell, on every screen and browser of theirs.
create table notifications (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('assigned', 'mention', 'transferred', 'message_failed', 'scheduled_failed')),
  conversation_id uuid not null,
  ticket_id uuid,
  message_id uuid,
  -- The member who did it; null: a program, the bot or the clock.
  by_member_id uuid,
  at timestamptz not null,
  read_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);
create index notifications_of_member on notifications (workspace_id, member_id, id desc);
-- Of one kind about one talk only the newest waits to be read.
create unique index notifications_waiting on notifications (workspace_id, member_id, kind, conversation_id) where read_at is null;

-- Every company is followed from now on, not only those with a browser to notify; what was before is no news.
alter table push_feeds alter column cursor set default '';
insert into push_feeds (workspace_id, cursor)
  select id, pg_snapshot_xmin(pg_current_snapshot())::text || '-00000000-0000-0000-0000-000000000000' from workspaces
  on conflict do nothing;
grant insert on push_feeds to balcao_conveyor;
create policy conveyor_begins on push_feeds for insert to balcao_conveyor with check (true);

-- A browser is told of nothing once the session is ended in which it asked to be: signed out, or put out from elsewhere.
alter table push_subscriptions add column session_id uuid;
create index push_subscriptions_of_session on push_subscriptions (session_id) where session_id is not null;
grant select (session_id), delete on push_subscriptions to balcao_identity;
create policy identity_puts_out on push_subscriptions for all to balcao_identity using (true);
