import type { Tx, WorkspaceCtx } from '@balcao/db';
import { listAll } from './rows.ts';
import type { Department } from './types.ts';

export const listDepartments = (ctx: WorkspaceCtx, tx: Tx, withArchived: boolean): Promise<Department[]> =>
  tx.rows<Department>(listAll, [ctx.workspaceId, withArchived]);
