import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import type { MessageRow } from './list.ts';
import { messageColumns } from './rows.ts';

// Primary key of each month's partition.
const all = sql(
  'messages/list-all',
  `select ${messageColumns} from messages m
   where m.workspace_id = $1 and ($2::uuid is null or m.id > $2)
   order by m.id limit $3`,
);

/** The whole stored truth of a workspace, oldest first; `after` is the last id of the page before. For the operator. */
export function listAll(
  ctx: WorkspaceCtx,
  tx: Tx,
  page: { after?: string | undefined; limit: number },
): Promise<MessageRow[]> {
  return tx.rows<MessageRow>(all, [ctx.workspaceId, page.after ?? null, page.limit]);
}
