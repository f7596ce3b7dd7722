import { sql } from '@balcao/db';

const columns = `t.id, t.name, t.archived_at as "archivedAt",
  coalesce((select array_agg(m.member_id order by m.member_id) from team_members m
    where m.workspace_id = t.workspace_id and m.team_id = t.id), '{}') as "memberIds"`;

export const listAll = sql(
  'departments/list-teams',
  `select ${columns} from teams t where t.workspace_id = $1 and (t.archived_at is null or $2) order by lower(t.name), t.id`,
);
export const one = sql(
  'departments/get-team',
  `select ${columns} from teams t where t.workspace_id = $1 and t.id = $2`,
);

export const insert = sql(
  'departments/create-team',
  `insert into teams (workspace_id, id, name, created_at, updated_at) values ($1, $2, $3, $4, $4)
   on conflict (workspace_id, lower(name)) where archived_at is null do nothing`,
);
export const change = sql(
  'departments/update-team',
  `update teams set name = coalesce($3, name), archived_at = case when $4 then null else archived_at end, updated_at = $5
   where workspace_id = $1 and id = $2`,
);
export const archive = sql(
  'departments/archive-team',
  `update teams set archived_at = $3, updated_at = $3 where workspace_id = $1 and id = $2 and archived_at is null`,
);
export const setMembers = sql(
  'departments/set-team-members',
  `with gone as (
     delete from team_members where workspace_id = $1 and team_id = $2 and member_id <> all($3::uuid[]) returning member_id
   ), come as (
     insert into team_members (workspace_id, team_id, member_id) select $1, $2, unnest($3::uuid[])
     on conflict do nothing returning member_id
   )
   select coalesce((select array_agg(member_id) from gone), '{}') as removed, coalesce((select array_agg(member_id) from come), '{}') as added`,
);
