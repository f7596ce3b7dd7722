import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { checkMayChange, type Keeper } from '../keeper.ts';
import type { Canned } from './canned.ts';
import { getCanned, deleteCanned as remove } from './rows.ts';

/** False when it was gone already. */
export async function deleteCanned(ctx: WorkspaceCtx, tx: Tx, keeper: Keeper, id: string): Promise<boolean> {
  const found = await tx.one<Canned>(getCanned, [ctx.workspaceId, id]);
  if (found === undefined) return false;
  checkMayChange(keeper, found, 'canned reply');
  if ((await tx.run(remove, [ctx.workspaceId, id])) === 0) return false;
  await record(tx, ctx, [{ type: 'canned.deleted', data: { cannedId: id } }]);
  return true;
}
