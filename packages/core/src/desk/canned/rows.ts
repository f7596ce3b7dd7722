import { sql } from '@balcao/db';

const columns = `id, shortcut, title, body, media_ids as "mediaIds", department_ids as "departmentIds", owner_id as "ownerId",
  updated_at as "updatedAt"`;

/** $2: the member (their own, and shared ones); $3: their departments, null for all. A few hundred in a company. */
export const listCanned = sql(
  'desk/list-canned',
  `select ${columns} from canned_replies
   where workspace_id = $1 and (owner_id is null or owner_id = $2)
     and (owner_id is not null or $3::uuid[] is null or department_ids = '{}' or department_ids && $3)
     and ($4::text is null or strpos(shortcut, $4) > 0 or strpos(lower(title), $4) > 0 or strpos(lower(body), $4) > 0)
   order by $4::text is not null and starts_with(shortcut, $4) desc, owner_id nulls last, shortcut limit 2000`,
);

export const getCanned = sql(
  'desk/get-canned',
  `select ${columns} from canned_replies where workspace_id = $1 and id = $2`,
);

export const insertCanned = sql(
  'desk/insert-canned',
  `insert into canned_replies (workspace_id, id, shortcut, title, body, media_ids, department_ids, owner_id, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
   on conflict do nothing
   returning ${columns}`,
);

export const updateCanned = sql(
  'desk/update-canned',
  `update canned_replies set shortcut = $3, title = $4, body = $5, media_ids = $6, department_ids = $7, owner_id = $8, updated_at = $9
   where workspace_id = $1 and id = $2
   returning ${columns}`,
);

export const deleteCanned = sql('desk/delete-canned', 'delete from canned_replies where workspace_id = $1 and id = $2');
