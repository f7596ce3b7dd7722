-- What somebody saved as a view of the inbox. Whoever made it may change it; a shared one, also those who keep the desk.
create table inbox_views (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  member_id uuid,
  shared boolean not null default false,
  name text not null check (length(name) between 1 and 60),
  filter jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);
create unique index inbox_views_name on inbox_views (workspace_id, coalesce(member_id, workspace_id), lower(name)) where not shared;
create unique index inbox_views_shared_name on inbox_views (workspace_id, lower(name)) where shared;
