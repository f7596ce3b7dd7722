import { conveyorStatement, type DbCtx, inWorkspace, workspaceStatement } from '@balcao/db';
import type { PostponedTurn } from '../failing/turn-work.ts';
import { queueWatch, watchedSessions } from './rows.ts';

const AT_ONCE = 500;

/** The watchdog: talks that were quiet for as long as the company allows, or where something is stuck, get a turn of no message. */
export async function wakeWatched(ctx: DbCtx): Promise<PostponedTurn[]> {
  const now = ctx.clock.now();
  const due = await conveyorStatement<PostponedTurn>(ctx, watchedSessions, [now, AT_ONCE]);
  for (const [workspaceId, rows] of Map.groupBy(due, (row) => row.workspaceId)) {
    const ids = rows.map((row) => row.conversationId).sort();
    await workspaceStatement(inWorkspace(ctx, workspaceId), queueWatch, [workspaceId, ids, now, ctx.ids.uuid()]);
  }
  return due;
}
