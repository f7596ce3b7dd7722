-- The words of each message in their folded spelling, beside the messages and not in them: a follower of the ledger fills it, so
-- that nothing on a message's way waits for an index. Newest first is the primary key backwards; rare words go by the GIN.
create table message_search (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  words tsvector not null,
  primary key (workspace_id, id)
) partition by range (id);
create table message_search_default partition of message_search default;
create index message_search_words on message_search using gin (workspace_id, words) with (fastupdate = off);

create table ticket_search (
  workspace_id uuid not null,
  ticket_id uuid not null,
  -- The protocol and the folded subject.
  text text not null,
  primary key (workspace_id, ticket_id)
);
create index ticket_search_text on ticket_search using gin (workspace_id, text gin_trgm_ops);

-- How far each workspace's ledger was read for it.
create table search_feeds (
  workspace_id uuid primary key references workspaces (id),
  cursor text not null default ''
);
grant select, insert on search_feeds to balcao_conveyor;
create policy conveyor_follows on search_feeds for select to balcao_conveyor using (true);
create policy conveyor_begins on search_feeds for insert to balcao_conveyor with check (true);

create function uuid_floor(at timestamptz) returns uuid language sql immutable parallel safe
  return (overlay(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') placing '-' from 9 for 0) || '-7000-8000-000000000000')::uuid;
create function uuid_time(id uuid) returns timestamptz language sql immutable parallel safe
  return to_timestamp(('x' || lpad(left(id::text, 8) || substr(id::text, 10, 4), 16, '0'))::bit(64)::bigint / 1000.0);

-- Whether somebody of these departments may see a conversation: by its newest ticket; null departments see all.
create function may_see_conversation(w uuid, conversation uuid, departments uuid[], member uuid) returns boolean
language sql stable parallel safe as $$
  select departments is null or coalesce((
    select t.department_id is null or t.department_id = any (departments) or t.assignee_id is not distinct from member
      from tickets t where t.workspace_id = w and t.conversation_id = conversation order by t.id desc limit 1), true)
$$;

-- The searches below are functions of the tables' owner because neither LIKE nor @@ reaches an index under row-level security; each
-- narrows to the workspace of the transaction itself. Each first walks the newest rows, where common words are found at once, and asks
-- the GIN index only for what is rare: sorting a quarter of a million matches would take longer than anybody waits.

create function search_messages(query text, before uuid, most integer, departments uuid[], member uuid)
returns table (message_id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  wanted tsquery := query::tsquery;
  found integer := 0;
  walked integer := 0;
  upper_end uuid := before;
  lower_end uuid;
  oldest uuid;
  months integer := 1;
  r record;
begin
  for r in
    select s.id, s.conversation_id, s.words @@ wanted as hit from message_search s
     where s.workspace_id = w and s.id < before order by s.id desc limit 2500
  loop
    walked := walked + 1;
    upper_end := r.id;
    if r.hit and may_see_conversation(w, r.conversation_id, departments, member) then
      message_id := r.id;
      return next;
      found := found + 1;
      if found = most then return; end if;
    end if;
  end loop;
  if walked < 2500 then return; end if;
  select s.id into oldest from message_search s where s.workspace_id = w order by s.id limit 1;
  while upper_end > oldest loop
    lower_end := uuid_floor(date_trunc('month', uuid_time(upper_end) - interval '1 millisecond', 'UTC') - make_interval(months => months - 1));
    for r in execute
      'select s.id, s.conversation_id from (select m.id, m.conversation_id from message_search m
          where m.workspace_id = $1 and m.words @@ $2 and m.id >= $3 and m.id < $4 offset 0) s order by s.id desc'
      using w, wanted, lower_end, upper_end
    loop
      if may_see_conversation(w, r.conversation_id, departments, member) then
        message_id := r.id;
        return next;
        found := found + 1;
        if found = most then return; end if;
      end if;
    end loop;
    upper_end := lower_end;
    months := months * 2;
  end loop;
end
$$;

-- `typed`: the whole of what was typed, folded; `parts`: its words as LIKE patterns; `query`: its words as a tsquery.
create function search_contact_names(typed text, parts text[], query text, most integer)
returns table (contact_id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  seen uuid[] := '{}';
  walked integer := 0;
  condition text;
  r record;
begin
  for r in
    select c.id from contacts c
     where c.workspace_id = w and c.merged_into is null and c.search_name >= typed and c.search_name < typed || chr(1114111)
     order by c.search_name, c.id limit most
  loop
    seen := seen || r.id;
    contact_id := r.id;
    return next;
  end loop;
  if cardinality(seen) >= most then return; end if;
  for r in
    select c.id, c.merged_into is null and c.search_name like all (parts) as hit from contacts c
     where c.workspace_id = w order by c.id desc limit 2500
  loop
    walked := walked + 1;
    if r.hit and r.id <> all (seen) then
      seen := seen || r.id;
      contact_id := r.id;
      return next;
      if cardinality(seen) >= most then return; end if;
    end if;
  end loop;
  if walked < 2500 then return; end if;
  for r in execute
    'select c.id from contacts c where c.workspace_id = $1 and c.merged_into is null
        and to_tsvector(''simple''::regconfig, c.search_name) @@ $2::tsquery offset 0'
    using w, query
  loop
    if r.id <> all (seen) then
      seen := seen || r.id;
      contact_id := r.id;
      return next;
      if cardinality(seen) >= most then return; end if;
    end if;
  end loop;
  if exists (select from unnest(parts) p where length(p) < 5) then return; end if;
  select string_agg(format('c.search_name like %L', p), ' and ') into condition from unnest(parts) p;
  for r in execute
    'select c.id from contacts c where c.workspace_id = $1 and c.merged_into is null and ' || condition || ' limit $2'
    using w, most
  loop
    if r.id <> all (seen) then
      seen := seen || r.id;
      contact_id := r.id;
      return next;
      if cardinality(seen) >= most then return; end if;
    end if;
  end loop;
end
$$;

create or replace function search_phone_digits(part text, most integer) returns table (contact_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  pattern text := '%' || regexp_replace(part, '[^0-9]', '', 'g') || '%';
  seen uuid[] := '{}';
  walked integer := 0;
  r record;
begin
  for r in
    select i.contact_id, i.digits like pattern as hit from contact_identities i where i.workspace_id = w order by i.id desc limit 2500
  loop
    walked := walked + 1;
    if r.hit and r.contact_id <> all (seen) then
      seen := seen || r.contact_id;
      contact_id := r.contact_id;
      return next;
      if cardinality(seen) >= most then return; end if;
    end if;
  end loop;
  if walked < 2500 then return; end if;
  for r in execute
    'select i.contact_id from contact_identities i where i.workspace_id = $1 and i.digits like $2 offset 0' using w, pattern
  loop
    if r.contact_id <> all (seen) then
      seen := seen || r.contact_id;
      contact_id := r.contact_id;
      return next;
      if cardinality(seen) >= most then return; end if;
    end if;
  end loop;
end
$$;

create function search_tickets(parts text[], most integer, departments uuid[], member uuid)
returns table (ticket_id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  found integer := 0;
  walked integer := 0;
  upper_end uuid;
  condition text;
  r record;
begin
  for r in
    select s.ticket_id, s.text like all (parts) as hit from ticket_search s
     where s.workspace_id = w order by s.ticket_id desc limit 2500
  loop
    walked := walked + 1;
    upper_end := r.ticket_id;
    if r.hit and may_see_ticket(w, r.ticket_id, departments, member) then
      ticket_id := r.ticket_id;
      return next;
      found := found + 1;
      if found = most then return; end if;
    end if;
  end loop;
  if walked < 2500 or exists (select from unnest(parts) p where length(p) < 5) then return; end if;
  select string_agg(format('t.text like %L', p), ' and ') into condition from unnest(parts) p;
  for r in execute
    'select s.ticket_id from (select t.ticket_id from ticket_search t where t.workspace_id = $1 and ' || condition || ' offset 0) s
      where s.ticket_id < $2 order by s.ticket_id desc'
    using w, upper_end
  loop
    if may_see_ticket(w, r.ticket_id, departments, member) then
      ticket_id := r.ticket_id;
      return next;
      found := found + 1;
      if found = most then return; end if;
    end if;
  end loop;
end
$$;

create function may_see_ticket(w uuid, ticket uuid, departments uuid[], member uuid) returns boolean
language sql stable parallel safe as $$
  select departments is null or exists (
    select from tickets t where t.workspace_id = w and t.id = ticket
      and (t.department_id is null or t.department_id = any (departments) or t.assignee_id is not distinct from member))
$$;

-- A page of the list of contacts; `holds` is what the custom fields must contain, `field` the id of one that must hold anything.
create function list_contacts(by_name boolean, after_name text, after_id uuid, tag uuid, blocked boolean, opted text, holds jsonb, field text, most integer)
returns table (contact_id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  condition text := 'c.workspace_id = $1 and c.merged_into is null';
begin
  if tag is not null then condition := condition || ' and c.tag_ids @> array[$4]'; end if;
  if blocked is not null then condition := condition || ' and c.blocked_at is ' || case when blocked then 'not null' else 'null' end; end if;
  if opted is not null then condition := condition || format(' and c.opt_in = %L', opted); end if;
  if holds is not null then condition := condition || ' and c.fields @> $5'; end if;
  if field is not null then condition := condition || ' and c.fields ? $6'; end if;
  if after_id is not null then
    condition := condition || case when by_name then ' and (c.search_name, c.id) > ($2, $3)' else ' and c.id < $3' end;
  end if;
  return query execute 'select c.id from contacts c where ' || condition
    || case when by_name then ' order by c.search_name, c.id' else ' order by c.id desc' end || ' limit $7'
    using w, after_name, after_id, tag, holds, field, most;
end
$$;

revoke all on function search_messages(text, uuid, integer, uuid[], uuid), search_contact_names(text, text[], text, integer),
  search_tickets(text[], integer, uuid[], uuid), list_contacts(boolean, text, uuid, uuid, boolean, text, jsonb, text, integer) from public;
grant execute on function search_messages(text, uuid, integer, uuid[], uuid), search_contact_names(text, text[], text, integer),
  search_tickets(text[], integer, uuid[], uuid), list_contacts(boolean, text, uuid, uuid, boolean, text, jsonb, text, integer) to balcao_app;
