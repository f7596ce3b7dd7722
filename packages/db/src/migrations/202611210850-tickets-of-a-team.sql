-- A ticket that a team has, and no department, is the team's to see: the team stands where the department would.
create index team_members_of_member on team_members (workspace_id, member_id);

create or replace function may_see_conversation(w uuid, conversation uuid, departments uuid[], member uuid) returns boolean
language sql stable parallel safe as $$
  select departments is null or coalesce((
    select coalesce(coalesce(t.department_id, t.team_id) = any (departments), t.department_id is null and t.team_id is null)
        or coalesce(t.assignee_id = member, false)
      from tickets t where t.workspace_id = w
       and t.conversation_id = coalesce((select v.merged_into from conversations v where v.workspace_id = w and v.id = conversation), conversation)
     order by (t.status <> 'resolved') desc, t.id desc limit 1), true)
$$;

create or replace function may_see_ticket(w uuid, ticket uuid, departments uuid[], member uuid) returns boolean
language sql stable parallel safe as $$
  select departments is null or exists (
    select from tickets t where t.workspace_id = w and t.id = ticket
      and (coalesce(coalesce(t.department_id, t.team_id) = any (departments), t.department_id is null and t.team_id is null)
        or t.assignee_id = member))
$$;

-- The set by which resolved tickets are found has the team in the place of a department.
drop index tickets_resolved_facets;
create index tickets_resolved_facets on tickets using gin
  (workspace_id, ticket_facets(tag_ids, channel_id, coalesce(department_id, team_id), assignee_id, priority, resolved_at))
  with (fastupdate = off) where status = 'resolved';

create or replace function find_resolved_tickets(groups jsonb, only_unread boolean, before_at timestamptz, before_id uuid, most integer)
returns table (ticket_id uuid, resolved timestamptz) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  w uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  condition text := '';
  facets constant text := 'ticket_facets(t.tag_ids, t.channel_id, coalesce(t.department_id, t.team_id), t.assignee_id, t.priority, t.resolved_at)';
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
