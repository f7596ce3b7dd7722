import { type DbCtx, inWorkspace, sql, type WorkspaceCtx, withConveyor, withWorkspace } from '@balcao/db';
import { toFault } from '@balcao/kernel';
import { actOn } from './act-on.ts';
import { theHouse } from './types.ts';

// Over all workspaces. Index: tickets_snoozed.
const due = sql(
  'tickets/snoozed-due',
  `select workspace_id as "workspaceId", id from tickets where status = 'snoozed' and snoozed_until <= $1
   order by snoozed_until limit 500`,
);

/** Brings back the tickets whose time has come. Rows are the clock: whatever slept or died meanwhile, the next sweep finds them. */
export async function wakeSnoozed(ctx: DbCtx): Promise<number> {
  const rows = await withConveyor(ctx, (tx) => tx.rows<{ workspaceId: string; id: string }>(due, [ctx.clock.now()]));
  let woken = 0;
  for (const [workspaceId, tickets] of Map.groupBy(rows, (row) => row.workspaceId)) {
    const ids = tickets.map((ticket) => ticket.id);
    woken += await wakeOf(inWorkspace(ctx, workspaceId), ids);
  }
  return woken;
}

/** One company's trouble keeps no other's tickets asleep; a database that is away is everybody's. */
async function wakeOf(ctx: WorkspaceCtx, ids: readonly string[]): Promise<number> {
  try {
    const outcomes = await withWorkspace(ctx, (tx) => actOn(ctx, tx, theHouse, ids, { do: 'wake' }));
    return outcomes.filter((outcome) => 'changed' in outcome && outcome.changed).length;
  } catch (error) {
    if (toFault(error).code === 'unavailable') throw error;
    ctx.log.error({ err: error, workspaceId: ctx.workspaceId }, 'snoozed tickets could not be brought back');
    return 0;
  }
}
