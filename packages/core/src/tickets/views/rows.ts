import { sql } from '@balcao/db';

const columns = `id, name, shared, member_id as "memberId", filter`;

export const listViews = sql(
  'tickets/list-views',
  `select ${columns} from inbox_views where workspace_id = $1 and (shared or member_id = $2::uuid) order by shared, lower(name), id`,
);
export const oneView = sql(
  'tickets/get-view',
  `select ${columns} from inbox_views where workspace_id = $1 and id = $2 and (shared or member_id = $3::uuid)`,
);
export const countViews = sql(
  'tickets/count-views',
  'select count(*)::int as n from inbox_views where workspace_id = $1 and member_id is not distinct from $2::uuid',
);
export const insertView = sql(
  'tickets/save-view',
  `insert into inbox_views (workspace_id, id, member_id, shared, name, filter, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $7)`,
);
export const changeView = sql(
  'tickets/change-view',
  `update inbox_views set shared = $3, name = $4, filter = $5, updated_at = $6 where workspace_id = $1 and id = $2`,
);
export const dropView = sql('tickets/delete-view', 'delete from inbox_views where workspace_id = $1 and id = $2');
