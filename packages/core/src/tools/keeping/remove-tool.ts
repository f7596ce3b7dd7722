import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { deleteTool } from '../rows.ts';

/** False when it was gone already. */
export async function removeTool(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<boolean> {
  if ((await tx.run(deleteTool, [ctx.workspaceId, id])) === 0) return false;
  await record(tx, ctx, [{ type: 'tool.removed', data: { toolId: id } }]);
  return true;
}
