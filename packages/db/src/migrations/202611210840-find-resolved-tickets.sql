-- What a resolved ticket can be looked for by, as one set: its tags, channel, department and attendant by their ids, and by small numbers
-- its priority (1 to 4), that it has no department (16) or nobody (17), and the thirty days in which it was resolved (4096 and up).
create function ticket_facet(n bigint) returns uuid language sql immutable parallel safe
  return lpad(to_hex(n), 32, '0')::uuid;
create function ticket_period(at timestamptz) returns bigint language sql immutable parallel safe
  return 4096 + greatest(0, floor(extract(epoch from at) / 2592000)::bigint);
create function ticket_facets(tags uuid[], channel uuid, department uuid, assignee uuid, priority smallint, resolved timestamptz)
returns uuid[] language sql immutable parallel safe
  return tags || array[channel, coalesce(department, ticket_facet(16)), coalesce(assignee, ticket_facet(17)), ticket_facet(1 + priority),
    ticket_facet(ticket_period(resolved))];

create index tickets_resolved_facets on tickets using gin
  (workspace_id, ticket_facets(tag_ids, channel_id, department_id, assignee_id, priority, resolved_at))
  with (fastupdate = off) where status = 'resolved';

-- Which talks have something unread: few, among all that there are.
create index conversations_unread on conversations (workspace_id, id) where unread > 0;

-- A page of resolved tickets by any filter. A function of the table's owner, because && reaches no index under row-level security; it
-- narrows to the workspace of the transaction itself. What is common is among the newest 1,000; what is rare comes from the set above,
-- some months at a time, so that a page never sorts all that ever was. `groups`: of each list of facets one must be there; while few
-- talks are unread, `only_unread` goes by them.
create function find_resolved_tickets(groups jsonb, only_unread boolean, before_at timestamptz, before_id uuid, most integer)
returns table (ticket_id uuid, resolved timestamptz) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  condition text := '';
  facets constant text := 'ticket_facets(t.tag_ids, t.channel_id, t.department_id, t.assignee_id, t.priority, t.resolved_at)';
  walked integer := 0;
  found integer := 0;
  last_at timestamptz := before_at;
  last_id uuid := before_id;
  upper_end bigint;
  lower_end bigint;
  oldest bigint;
  periods integer := 1;
  g jsonb;
  r record;
begin
  for g in select value from jsonb_array_elements(groups) loop
    condition := condition || format(' and %s && %L::uuid[]', facets, array(select jsonb_array_elements_text(g)));
  end loop;
  if only_unread then
    condition := condition || ' and exists (select from conversations c where c.workspace_id = $1 and c.id = t.conversation_id and c.unread > 0)';
  end if;
  for r in execute
    'select t.id, t.resolved_at as at, (true' || condition || ') as hit from tickets t
      where t.workspace_id = $1 and t.status = ''resolved'' and (t.resolved_at, t.id) < ($2, $3)
      order by t.resolved_at desc, t.id desc limit 1000'
    using w, before_at, before_id
  loop
    walked := walked + 1;
    last_at := r.at;
    last_id := r.id;
    if r.hit then
      ticket_id := r.id;
      resolved := r.at;
      return next;
      found := found + 1;
      if found = most then return; end if;
    end if;
  end loop;
  if walked < 1000 then return; end if;
  if only_unread and (select count(*) from (select from conversations c where c.workspace_id = w and c.unread > 0 limit 3001) few) <= 3000 then
    return query execute
      'select t.id, t.resolved_at from conversations k cross join lateral (
          select * from tickets t where t.workspace_id = $1 and t.conversation_id = k.id and t.status = ''resolved''
            and (t.resolved_at, t.id) < ($2, $3) offset 0) t
        where k.workspace_id = $1 and k.unread > 0' || condition || ' order by 2 desc, 1 desc limit $4'
      using w, last_at, last_id, most - found;
    return;
  end if;
  select ticket_period(t.resolved_at) into oldest from tickets t
   where t.workspace_id = w and t.status = 'resolved' order by t.resolved_at, t.id limit 1;
  upper_end := ticket_period(last_at);
  while upper_end >= oldest loop
    lower_end := greatest(oldest, upper_end - periods + 1);
    for r in execute
      'select s.id, s.at from (select t.id, t.resolved_at as at from tickets t
          where t.workspace_id = $1 and t.status = ''resolved''' || condition || ' and ' || facets || ' && $2
            and (t.resolved_at, t.id) < ($3, $4) offset 0) s order by s.at desc, s.id desc limit $5'
      using w, array(select ticket_facet(n) from generate_series(lower_end, upper_end) n), last_at, last_id, most - found
    loop
      ticket_id := r.id;
      resolved := r.at;
      return next;
      found := found + 1;
    end loop;
    if found >= most then return; end if;
    upper_end := lower_end - 1;
    periods := least(periods * 2, 8);
  end loop;
end
$$;

revoke all on function find_resolved_tickets(jsonb, boolean, timestamptz, uuid, integer) from public;
grant execute on function find_resolved_tickets(jsonb, boolean, timestamptz, uuid, integer) to balcao_app;
