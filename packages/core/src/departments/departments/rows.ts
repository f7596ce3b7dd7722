import { sql } from '@balcao/db';

const columns = `d.id, d.name, d.color, d.position, d.archived_at as "archivedAt",
  coalesce((select array_agg(m.member_id order by m.member_id) from department_members m
    where m.workspace_id = d.workspace_id and m.department_id = d.id), '{}') as "memberIds"`;

export const listAll = sql(
  'departments/list',
  `select ${columns} from departments d where d.workspace_id = $1 and (d.archived_at is null or $2)
   order by d.position, lower(d.name), d.id`,
);
export const one = sql(
  'departments/get',
  `select ${columns} from departments d where d.workspace_id = $1 and d.id = $2`,
);

export const insert = sql(
  'departments/create',
  `insert into departments (workspace_id, id, name, color, position, created_at, updated_at)
   select $1, $2, $3, $4, coalesce((select max(position) + 1 from departments where workspace_id = $1), 0), $5, $5
   on conflict (workspace_id, lower(name)) where archived_at is null do nothing`,
);
export const change = sql(
  'departments/update',
  `update departments set name = coalesce($3, name), color = coalesce($4, color), position = coalesce($5, position),
     archived_at = case when $6 then null else archived_at end, updated_at = $7
   where workspace_id = $1 and id = $2`,
);
/** With its queues: they are nowhere without it. */
export const archive = sql(
  'departments/archive',
  `with gone as (
     update departments set archived_at = $3, updated_at = $3 where workspace_id = $1 and id = $2 and archived_at is null returning id
   ), queues_gone as (
     update queues set archived_at = $3, updated_at = $3
     where workspace_id = $1 and department_id in (select id from gone) and archived_at is null
   )
   select id from gone`,
);
export const setMembers = sql(
  'departments/set-members',
  `with gone as (
     delete from department_members where workspace_id = $1 and department_id = $2 and member_id <> all($3::uuid[]) returning member_id
   ), come as (
     insert into department_members (workspace_id, department_id, member_id) select $1, $2, unnest($3::uuid[])
     on conflict do nothing returning member_id
   )
   select coalesce((select array_agg(member_id) from gone), '{}') as removed, coalesce((select array_agg(member_id) from come), '{}') as added`,
);
