import { type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import { claimErrand as claim } from './rows.ts';
import type { ClaimedErrand } from './types.ts';

/** It is this worker's from here on; undefined: it is somebody else's, over, or too late. */
export async function claimErrand(
  ctx: WorkspaceCtx,
  errandId: string,
  workerId: string,
): Promise<ClaimedErrand | undefined> {
  const rows = await workspaceStatement<ClaimedErrand>(ctx, claim, [
    ctx.workspaceId,
    errandId,
    workerId,
    ctx.clock.now(),
  ]);
  return rows[0];
}
