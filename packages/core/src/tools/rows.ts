import { sql } from '@balcao/db';

const columns = `id, kind, name, description, enabled, confirm, settings, sealed_headers as "sealedHeaders", updated_at as "updatedAt"`;

export interface ToolRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly confirm: boolean;
  readonly settings: unknown;
  readonly sealedHeaders: string | null;
  readonly updatedAt: Date;
}

/** Index: bot_tools_name. */
export const allTools = sql(
  'tools/all',
  `select ${columns} from bot_tools where workspace_id = $1 order by name limit 100`,
);
export const toolById = sql('tools/by-id', `select ${columns} from bot_tools where workspace_id = $1 and id = $2`);
export const toolByName = sql(
  'tools/by-name',
  `select ${columns} from bot_tools where workspace_id = $1 and name = $2 and enabled`,
);
export const lockTool = sql('tools/lock', `${toolById.text} for update`);

export const insertTool = sql(
  'tools/insert',
  `insert into bot_tools (workspace_id, id, kind, name, description, enabled, confirm, settings, sealed_headers, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning ${columns}`,
);

export const updateTool = sql(
  'tools/update',
  `update bot_tools set kind = $3, name = $4, description = $5, enabled = $6, confirm = $7, settings = $8,
          sealed_headers = $9, updated_at = $10
    where workspace_id = $1 and id = $2 returning ${columns}`,
);

export const nameTaken = sql(
  'tools/name-taken',
  'select 1 from bot_tools where workspace_id = $1 and name = $2 and id <> $3',
);

export const deleteTool = sql('tools/delete', 'delete from bot_tools where workspace_id = $1 and id = $2');

/** Nothing comes back when the key is known: somebody began it before. */
export const beginRun = sql(
  'tools/begin-run',
  `insert into bot_tool_runs (workspace_id, once, tool_id, conversation_id, contact_id, begun_at)
   values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning once`,
);
export const knownRun = sql(
  'tools/known-run',
  'select outcome from bot_tool_runs where workspace_id = $1 and once = $2',
);
export const endRun = sql(
  'tools/end-run',
  'update bot_tool_runs set outcome = $3, ended_at = $4 where workspace_id = $1 and once = $2',
);

export const insertBooking = sql(
  'tools/insert-booking',
  `insert into bot_bookings (workspace_id, id, conversation_id, contact_id, ticket_id, service, wanted_on, wanted_at, note, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
);

/** Index: conversations' unique key of contact and channel. */
export const newestTalk = sql(
  'tools/newest-talk',
  'select id from conversations where workspace_id = $1 and contact_id = $2 order by last_message_at desc nulls last limit 1',
);
