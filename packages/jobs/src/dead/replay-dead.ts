import { type DbCtx, type Tx, type WorkspaceCtx, withConveyor, withWorkspace } from '@balcao/db';
import { ring } from '../bell.ts';
import { LINED, notifyOthers, reviveDead } from '../rows.ts';

export type DeadChoice = { readonly ids: readonly string[] } | { readonly name: string } | { readonly all: true };

/** Puts dead letters back into the queue and returns how many. With a workspace in `ctx` only that workspace's. */
export function replayDead(ctx: DbCtx | WorkspaceCtx, choice: DeadChoice): Promise<number> {
  const workspaceId = 'workspaceId' in ctx ? ctx.workspaceId : null;
  const ids = 'ids' in choice ? choice.ids : null;
  const name = 'name' in choice ? choice.name : null;
  const replay = async (tx: Tx) => {
    const count = await tx.run(reviveDead, [ids, name, workspaceId, ctx.clock.now()]);
    // Usually asked for by a program that runs no jobs itself.
    if (count > 0) await tx.run(notifyOthers, [LINED]);
    tx.after(() => ring(true));
    return count;
  };
  return 'workspaceId' in ctx ? withWorkspace(ctx, replay) : withConveyor(ctx, replay);
}
