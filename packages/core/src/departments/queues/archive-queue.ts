import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { getQueue } from './get-queue.ts';
import { archive } from './rows.ts';

/** Takes no tickets any more. False when it was archived already. */
export async function archiveQueue(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<boolean> {
  const { departmentId } = await getQueue(ctx, tx, id);
  const changed = await tx.run(archive, [ctx.workspaceId, id, ctx.clock.now()]);
  if (changed > 0) await record(tx, ctx, [{ type: 'queue.archived', data: { queueId: id, departmentId } }]);
  return changed > 0;
}
