import { conveyorStatement, type DbCtx, inWorkspace, withWorkspace } from '@balcao/db';
import { settleEarlyStatuses } from './advance-status.ts';
import { applyAmendments } from './amend.ts';
import { forgetOldStragglers, workspacesWithStragglers } from './rows.ts';

/** The provider repeats for seven days; what still has no message after that never will. */
const FORGET_AFTER_MS = 8 * 86_400_000;

/**
 * Statuses and edits that crossed with their message on the way: applied as soon as it is here. `since`: two cross within moments, but
 * what another program sent on the same number waits for ever, and must not be looked through every second.
 */
export async function settleStragglers(ctx: DbCtx, since: Date): Promise<void> {
  const rows = await conveyorStatement<{ workspaceId: string }>(ctx, workspacesWithStragglers, [since]);
  for (const { workspaceId } of rows) {
    const inside = inWorkspace(ctx, workspaceId);
    await withWorkspace(inside, async (tx) => {
      await settleEarlyStatuses(inside, tx, since);
      await applyAmendments(inside, tx);
      await tx.run(forgetOldStragglers, [workspaceId, new Date(ctx.clock.now().getTime() - FORGET_AFTER_MS)]);
    });
  }
}
