import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { finishErrand as finish, wakeTurn } from './rows.ts';
import type { ErrandResult } from './types.ts';

/** Keeps what came of it and makes the turn due. False: nobody waits for it any more. Next: orchestrator/take-turns. */
export function finishErrand(
  ctx: WorkspaceCtx,
  errand: { readonly id: string; readonly conversationId: string },
  workerId: string,
  result: ErrandResult,
): Promise<boolean> {
  return withWorkspace(ctx, async (tx) => {
    const now = ctx.clock.now();
    await tx.run(wakeTurn, [ctx.workspaceId, errand.conversationId, now]);
    const params = [ctx.workspaceId, errand.id, workerId, JSON.stringify(result), now];
    return (await tx.run(finish, params)) > 0;
  });
}
