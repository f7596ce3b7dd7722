import { sql } from '@balcao/db';

/** Renews the rows of a process and says when their members were seen; what expired goes. Primary keys of both tables. */
export const renew = sql(
  'presence/renew',
  `with here as (
     select h.member_id, h.state from json_to_recordset($3::json) as h(member_id uuid, state text)
      where exists (select from members m where m.workspace_id = $1 and m.id = h.member_id)
   ), seen as (
     insert into member_sightings (workspace_id, member_id, seen_at) select $1, member_id, $4 from here order by member_id
     on conflict (workspace_id, member_id) do update set seen_at = excluded.seen_at where member_sightings.seen_at < excluded.seen_at
   ), gone as (
     delete from member_presences
      where workspace_id = $1 and case when process_id = $2 then member_id in (select member_id from here where state is null)
        else expires_at < $4::timestamptz - interval '5 minutes' end
   )
   insert into member_presences (workspace_id, member_id, process_id, state, expires_at)
   select $1, member_id, $2, state, $5 from here where state is not null order by member_id
   on conflict (workspace_id, member_id, process_id) do update set state = excluded.state, expires_at = excluded.expires_at`,
);

/** Online with any process is online. */
export const listed = sql(
  'presence/list',
  `select m.id as "memberId", coalesce(p.state, 'offline') as state, s.seen_at as "lastSeenAt"
     from members m
     left join lateral (
       select state from member_presences
        where workspace_id = m.workspace_id and member_id = m.id and expires_at > $2
        order by (state = 'online') desc limit 1) p on true
     left join member_sightings s on s.workspace_id = m.workspace_id and s.member_id = m.id
    where m.workspace_id = $1 and m.state = 'active'
    order by m.id`,
);
