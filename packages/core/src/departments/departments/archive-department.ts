import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { getDepartment } from './get-department.ts';
import { archive } from './rows.ts';

/** Takes no tickets any more. Those it has stay, and are seen, until `tickets` moves them. False when it was archived already. */
export async function archiveDepartment(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.rows(archive, [ctx.workspaceId, id, ctx.clock.now()]);
  if (gone.length === 0) {
    await getDepartment(ctx, tx, id);
    return false;
  }
  await record(tx, ctx, [{ type: 'department.archived', data: { departmentId: id } }]);
  return true;
}
