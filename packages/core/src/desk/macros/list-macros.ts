import type { Tx, WorkspaceCtx } from '@balcao/db';
import type { Keeper } from '../keeper.ts';
import type { Macro } from './macro.ts';
import { listMacros as list } from './rows.ts';

/** What they may run: their own first, then the shared ones. */
export function listMacros(ctx: WorkspaceCtx, tx: Tx, keeper: Keeper, all: boolean): Promise<Macro[]> {
  const departments = keeper.sees === 'all' || (all && keeper.mayShare) ? null : keeper.sees;
  return tx.rows<Macro>(list, [ctx.workspaceId, keeper.memberId, departments]);
}
