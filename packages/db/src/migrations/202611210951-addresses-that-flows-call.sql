-- Servers that HTTP steps may call by name, with credentials that no flow file holds. Headers are sealed, bound to the name.
create table flow_addresses (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  url text not null check (length(url) <= 500),
  headers text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index flow_addresses_name on flow_addresses (workspace_id, lower(name));
