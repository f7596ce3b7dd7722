import type { Tx, WorkspaceCtx } from '@balcao/db';
import { listAll } from './rows.ts';
import type { Queue } from './types.ts';

export const listQueues = (ctx: WorkspaceCtx, tx: Tx, withArchived: boolean): Promise<Queue[]> =>
  tx.rows<Queue>(listAll, [ctx.workspaceId, withArchived]);
