import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { cancelScheduled as cancel } from './rows.ts';
import type { Scheduled } from './types.ts';

/** False when it no longer waited. */
export async function cancelScheduled(ctx: WorkspaceCtx, tx: Tx, found: Scheduled): Promise<boolean> {
  if ((await tx.run(cancel, [ctx.workspaceId, found.id, ctx.clock.now()])) === 0) return false;
  await record(tx, ctx, [
    { type: 'scheduled.cancelled', conversationId: found.conversationId, data: { scheduledId: found.id } },
  ]);
  return true;
}
