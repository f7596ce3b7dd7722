-- What a company keeps about its contacts beyond who they are.

-- One spelling for search: small letters, no accents. The program's `foldText` says the same.
create function fold_text(text) returns text language sql immutable strict parallel safe
  return case when $1 ~ '^[ -~]*$' then lower($1)
              else lower(regexp_replace(normalize($1, nfkd), U&'[\0300-\036f]', '', 'g')) end;

alter table contacts
  add column tag_ids uuid[] not null default '{}',
  -- By the id of the field, in the one spelling that its type has.
  add column fields jsonb not null default '{}',
  -- The last word of the opt-in book about WhatsApp.
  add column opt_in text not null default 'unknown' check (opt_in in ('in', 'out', 'unknown')),
  add column blocked_at timestamptz,
  add column blocked_reason text,
  -- Every name of theirs, the one given here first. Who has none comes last.
  add column search_name text collate "C" not null generated always as (
    coalesce(nullif(left(fold_text(coalesce(name || ' ', '') || coalesce(profile_name || ' ', '') || coalesce(username, '')), 300), ''), '~')
  ) stored;

create index contacts_by_name on contacts (workspace_id, search_name, id) where merged_into is null;
create index contacts_blocked on contacts (workspace_id, id) where blocked_at is not null;
create index contacts_opted_out on contacts (workspace_id, id) where opt_in = 'out';
create index contacts_facets on contacts using gin (workspace_id, tag_ids, fields jsonb_path_ops) where merged_into is null;
create index contacts_words on contacts
  using gin (workspace_id, to_tsvector('simple'::regconfig, search_name), search_name gin_trgm_ops) where merged_into is null;

create table contact_fields (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  type text not null check (type in ('text', 'number', 'date', 'boolean', 'choice', 'cpf', 'cnpj', 'cep', 'email', 'phone', 'url')),
  options text[] not null default '{}',
  position int not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index contact_fields_name on contact_fields (workspace_id, lower(name)) where archived_at is null;

create table contact_notes (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  body text not null,
  actor_kind text not null,
  actor_id text,
  created_at timestamptz not null,
  edited_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
);
create index contact_notes_of_contact on contact_notes (workspace_id, contact_id, id desc);

-- Who agreed to be written to, or no longer does, with the proof: added to, never changed.
create table contact_opt_ins (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  state text not null check (state in ('in', 'out')),
  channel text not null check (channel in ('whatsapp', 'email', 'sms', 'phone')),
  source text not null,
  text text,
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
);
create index contact_opt_ins_of_contact on contact_opt_ins (workspace_id, contact_id, id desc);

-- What people decided about a contact: blocked, served again, an identity given or taken away, and why.
create table contact_decisions (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('blocked', 'unblocked', 'identity_added', 'identity_removed')),
  reason text,
  identity_id uuid,
  actor_kind text not null,
  actor_id text,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
);
create index contact_decisions_of_contact on contact_decisions (workspace_id, contact_id, id desc);
