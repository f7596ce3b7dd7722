import { sql } from '@balcao/db';
import type { ContactFilter } from '../../listing/list-contacts.ts';

export interface ContactExport {
  readonly id: string;
  readonly format: 'csv' | 'xlsx';
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired';
  readonly filters: ContactFilter;
  readonly done: number;
  readonly total: number | null;
  readonly size: number | null;
  readonly problem: string | null;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date | null;
}

const columns = `id, format, state, filters, done, total, size, problem, actor_kind as "actorKind", actor_id as "actorId",
  created_at as "createdAt", finished_at as "finishedAt", expires_at as "expiresAt"`;

export const insertExport = sql(
  'contacts/add-export',
  `insert into contact_exports (workspace_id, id, format, state, filters, total, actor_kind, actor_id, created_at)
   select $1, $2, $3, 'waiting', $4, $5, $6, $7, $8
    where (select count(*) from contact_exports where state in ('waiting', 'running')) < 5 returning ${columns}`,
);
export const getExportRow = sql('contacts/get-export', `select ${columns} from contact_exports where id = $1`);
export const listExportRows = sql(
  'contacts/list-exports',
  `select ${columns} from contact_exports where ($1::uuid is null or id < $1) order by id desc limit $2`,
);
export const beginExportRow = sql(
  'contacts/begin-export',
  `update contact_exports set state = 'running', done = 0 where id = $1 and state in ('waiting', 'running') returning ${columns}`,
);
export const moveExport = sql(
  'contacts/move-export-on',
  `update contact_exports set done = $2 where id = $1 and state = 'running' returning id`,
);
export const endExport = sql(
  'contacts/end-export',
  `update contact_exports set state = $2, problem = $3, size = $4, finished_at = $5, expires_at = $6, total = coalesce($7, total)
    where id = $1 and state in ('waiting', 'running') returning id`,
);
export const dropExport = sql(
  'contacts/drop-export',
  `update contact_exports set state = 'cancelled', expires_at = null where id = $1 and state in ('waiting', 'running', 'done') returning id`,
);
