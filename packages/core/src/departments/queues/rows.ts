import { sql } from '@balcao/db';

const columns = `q.id, q.department_id as "departmentId", q.name, q.position, q.archived_at as "archivedAt"`;

export const listAll = sql(
  'departments/list-queues',
  `select ${columns} from queues q
   join departments d on d.workspace_id = q.workspace_id and d.id = q.department_id
   where q.workspace_id = $1 and (q.archived_at is null or $2)
   order by d.position, lower(d.name), q.position, lower(q.name), q.id`,
);
export const one = sql(
  'departments/get-queue',
  `select ${columns} from queues q where q.workspace_id = $1 and q.id = $2`,
);

export const insert = sql(
  'departments/create-queue',
  `insert into queues (workspace_id, id, department_id, name, position, created_at, updated_at)
   select $1, $2, $3, $4,
     coalesce((select max(position) + 1 from queues where workspace_id = $1 and department_id = $3), 0), $5, $5
   on conflict (workspace_id, department_id, lower(name)) where archived_at is null do nothing`,
);
export const change = sql(
  'departments/update-queue',
  `update queues set name = coalesce($3, name), position = coalesce($4, position),
     archived_at = case when $5 then null else archived_at end, updated_at = $6
   where workspace_id = $1 and id = $2`,
);
export const archive = sql(
  'departments/archive-queue',
  `update queues set archived_at = $3, updated_at = $3 where workspace_id = $1 and id = $2 and archived_at is null`,
);
