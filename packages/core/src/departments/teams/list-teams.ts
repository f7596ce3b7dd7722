import type { Tx, WorkspaceCtx } from '@balcao/db';
import { listAll } from './rows.ts';
import type { Team } from './types.ts';

export const listTeams = (ctx: WorkspaceCtx, tx: Tx, withArchived: boolean): Promise<Team[]> =>
  tx.rows<Team>(listAll, [ctx.workspaceId, withArchived]);
