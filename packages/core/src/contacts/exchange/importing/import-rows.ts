import { sql } from '@balcao/db';
import type { FileFormat } from '../reading/line.ts';

export type ImportState = 'ready' | 'running' | 'done' | 'failed' | 'cancelled';
export type DuplicateRule = 'update' | 'skip' | 'create';

export type ColumnTarget =
  | { readonly kind: 'ignore' | 'name' | 'phone' | 'email' | 'tags' | 'note' }
  | { readonly kind: 'field'; readonly fieldId: string };

export interface ImportPlan {
  readonly mapping: readonly { readonly column: number; readonly to: ColumnTarget }[];
  readonly onDuplicate: DuplicateRule;
  readonly tagIds: readonly string[];
  readonly optIn?: { readonly source: string; readonly text?: string | undefined } | undefined;
}

export interface ContactImport {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly size: number;
  readonly format: FileFormat & { readonly headers: readonly string[] };
  readonly plan: ImportPlan | null;
  readonly total: number | null;
  readonly line: number;
  readonly done: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
  readonly problem: string | null;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

const columns = `id, file_name as "fileName", state, size, format, plan, total, line, done, created, updated, skipped, failed, problem,
  actor_kind as "actorKind", actor_id as "actorId", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`;

export const insertImport = sql(
  'contacts/add-import',
  `insert into contact_imports (workspace_id, id, file_name, state, size, format, total, actor_kind, actor_id, created_at)
   values ($1, $2, $3, 'ready', $4, $5, $6, $7, $8, $9) returning ${columns}`,
);
export const getOne = sql('contacts/get-import', `select ${columns} from contact_imports where id = $1`);
export const lockOne = sql('contacts/lock-import', `select ${columns} from contact_imports where id = $1 for update`);
export const listSome = sql(
  'contacts/list-imports',
  `select ${columns} from contact_imports where ($1::uuid is null or id < $1) order by id desc limit $2`,
);
export const beginOne = sql(
  'contacts/begin-import',
  `update contact_imports set state = 'running', plan = $2, started_at = $3 where id = $1 and state = 'ready' returning ${columns}`,
);
export const moveOn = sql(
  'contacts/move-import-on',
  `update contact_imports set line = $2, done = done + $3, created = created + $4, updated = updated + $5, skipped = skipped + $6,
          failed = failed + $7 where id = $1`,
);
export const endOne = sql(
  'contacts/end-import',
  `update contact_imports set state = $2, problem = $3, finished_at = $4
    where id = $1 and (state = 'running' or ($2 = 'cancelled' and state = 'ready')) returning id`,
);
export const keepErrors = sql(
  'contacts/keep-import-errors',
  `insert into import_errors (workspace_id, import_id, n, line, column_name, problem, value)
   select $1, $2, (select coalesce(max(n), 0) from import_errors where import_id = $2) + e.place, e.line, e."column", e.problem, left(e.value, 200)
     from json_to_recordset($3::json) as e(place int, line int, "column" text, problem text, value text)`,
);
export const readErrors = sql(
  'contacts/read-import-errors',
  `select n, line, column_name as "column", problem, value from import_errors where import_id = $1 and n > $2 order by n limit $3`,
);
