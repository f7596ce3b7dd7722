import type { Tx, WorkspaceCtx } from '@balcao/db';
import { listAll } from './rows.ts';
import type { Tag } from './types.ts';

export const listTags = (ctx: WorkspaceCtx, tx: Tx, withArchived: boolean): Promise<Tag[]> =>
  tx.rows<Tag>(listAll, [ctx.workspaceId, withArchived]);
