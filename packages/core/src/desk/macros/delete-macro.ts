import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { checkMayChange, type Keeper } from '../keeper.ts';
import type { Macro } from './macro.ts';
import { getMacro, deleteMacro as remove } from './rows.ts';

/** False when it was gone already. */
export async function deleteMacro(ctx: WorkspaceCtx, tx: Tx, keeper: Keeper, id: string): Promise<boolean> {
  const found = await tx.one<Macro>(getMacro, [ctx.workspaceId, id]);
  if (found === undefined) return false;
  checkMayChange(keeper, found, 'macro');
  if ((await tx.run(remove, [ctx.workspaceId, id])) === 0) return false;
  await record(tx, ctx, [{ type: 'macro.deleted', data: { macroId: id } }]);
  return true;
}
