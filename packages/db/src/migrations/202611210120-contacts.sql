-- People, their identities, and what was merged so that it can be undone.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table contacts (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text,
  profile_name text,
  username text,
  merged_into uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, merged_into) references contacts (workspace_id, id)
) with (fillfactor = 90);
create index contacts_merged on contacts (workspace_id, merged_into) where merged_into is not null;

create table contact_identities (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('phone', 'bsuid', 'parent_bsuid', 'lid', 'email', 'visitor')),
  -- What makes two spellings one: for a phone of Brazil, 55 + area code + the last eight digits.
  key text not null check (key <> ''),
  -- As the provider wrote it last (the wa_id): what we answer to.
  value text not null,
  e164 text,
  -- As a person typed it.
  typed text,
  -- Every spelling of a phone in digits, with a space between: search by any part of any of them.
  digits text,
  -- Why it belongs to this person, and the identity it was seen with.
  reason text not null,
  seen_with uuid,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
  constraint contact_identities_key unique (workspace_id, kind, key)
) with (fillfactor = 90);
create index contact_identities_of_contact on contact_identities (workspace_id, contact_id);
create index contact_identities_digits on contact_identities using gin (workspace_id, digits gin_trgm_ops) where digits is not null;

create table contact_merges (
  workspace_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  into_id uuid not null,
  reason text not null,
  -- The identities that moved, and the names of both before: what an undo puts back.
  moved uuid[] not null,
  before jsonb not null,
  -- What other rooms moved along (conversations), in their own words, for the undo.
  followed jsonb not null default '{}',
  actor_kind text not null,
  actor_id text,
  at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, from_id) references contacts (workspace_id, id),
  foreign key (workspace_id, into_id) references contacts (workspace_id, id)
);
create index contact_merges_from on contact_merges (workspace_id, from_id);
create index contact_merges_into on contact_merges (workspace_id, into_id);

-- Under row-level security LIKE (not leakproof) never reaches an index, so the search is a function of the tables' owner, whose
-- policy is `true`; it narrows to the workspace of the transaction itself.
create function search_phone_digits(part text, most integer) returns table (contact_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.contact_id
    from contact_identities i
   where i.workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)
     and i.digits like '%' || regexp_replace(part, '[^0-9]', '', 'g') || '%'
   limit most
$$;
revoke all on function search_phone_digits(text, integer) from public;
grant execute on function search_phone_digits(text, integer) to balcao_app;
