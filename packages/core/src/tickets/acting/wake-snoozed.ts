import { type DbCtx, inWorkspace, sql, withConveyor, withWorkspace } from '@balcao/db';
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
    const inside = inWorkspace(ctx, workspaceId);
    const ids = tickets.map((ticket) => ticket.id);
    const outcomes = await withWorkspace(inside, (tx) => actOn(inside, tx, theHouse, ids, { do: 'wake' }));
    woken += outcomes.filter((outcome) => 'changed' in outcome && outcome.changed).length;
  }
  return woken;
}
