import { sql } from '@balcao/db';

const columns = `id, name, actions, department_ids as "departmentIds", owner_id as "ownerId", updated_at as "updatedAt"`;

/** As `desk/list-canned`. */
export const listMacros = sql(
  'desk/list-macros',
  `select ${columns} from macros
   where workspace_id = $1 and (owner_id is null or owner_id = $2)
     and (owner_id is not null or $3::uuid[] is null or department_ids = '{}' or department_ids && $3)
   order by owner_id nulls last, lower(name) limit 500`,
);

export const getMacro = sql('desk/get-macro', `select ${columns} from macros where workspace_id = $1 and id = $2`);

export const insertMacro = sql(
  'desk/insert-macro',
  `insert into macros (workspace_id, id, name, actions, department_ids, owner_id, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $7)
   on conflict do nothing
   returning ${columns}`,
);

export const updateMacro = sql(
  'desk/update-macro',
  `update macros set name = $3, actions = $4, department_ids = $5, owner_id = $6, updated_at = $7
   where workspace_id = $1 and id = $2
   returning ${columns}`,
);

export const deleteMacro = sql('desk/delete-macro', 'delete from macros where workspace_id = $1 and id = $2');
