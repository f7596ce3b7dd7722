import { conveyorStatement, type DbCtx, inWorkspace, workspaceStatement } from '@balcao/db';
import { errandsToDo, relieveErrand } from './rows.ts';
import type { StartedErrand } from './types.ts';

export interface ErrandLeft extends StartedErrand {
  readonly workspaceId: string;
}

/** Work younger than this is surely in somebody's hands. */
const IN_HAND_MS = 1_000;
const AT_ONCE = 500;

/** Errands that nobody has taken up, or that a worker died with: what may be done twice is wanted again. */
export async function sweepErrands(ctx: DbCtx, liveWorkers: readonly string[]): Promise<ErrandLeft[]> {
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - IN_HAND_MS);
  type Row = ErrandLeft & { state: 'wanted' | 'running' };
  const rows = await conveyorStatement<Row>(ctx, errandsToDo, [before, now, liveWorkers, AT_ONCE]);
  const left: ErrandLeft[] = [];
  for (const { state, ...errand } of rows) {
    // An HTTP step is not done twice: its failure branch is taken when it is given up. A tool knows its errand by its id.
    if (state === 'running' && errand.kind === 'http') continue;
    if (state === 'running') {
      const inside = inWorkspace(ctx, errand.workspaceId);
      await workspaceStatement(inside, relieveErrand, [errand.workspaceId, errand.id, liveWorkers]);
    }
    left.push(errand);
  }
  return left;
}
