import { sql } from '@balcao/db';

const columns = `id, name, color, archived_at as "archivedAt"`;

export const listAll = sql(
  'departments/list-tags',
  `select ${columns} from tags where workspace_id = $1 and (archived_at is null or $2) order by lower(name), id`,
);
export const one = sql('departments/get-tag', `select ${columns} from tags where workspace_id = $1 and id = $2`);

export const insert = sql(
  'departments/create-tag',
  `insert into tags (workspace_id, id, name, color, created_at) values ($1, $2, $3, $4, $5)
   on conflict (workspace_id, lower(name)) where archived_at is null do nothing`,
);
export const change = sql(
  'departments/update-tag',
  `update tags set name = coalesce($3, name), color = coalesce($4, color), archived_at = case when $5 then null else archived_at end
   where workspace_id = $1 and id = $2`,
);
export const archive = sql(
  'departments/archive-tag',
  `update tags set archived_at = $3 where workspace_id = $1 and id = $2 and archived_at is null`,
);
export const usable = sql(
  'departments/usable-tags',
  `select id from tags where workspace_id = $1 and id = any($2::uuid[]) and (archived_at is null or $3)`,
);
