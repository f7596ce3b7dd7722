import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { actOn } from './act-on.ts';
import { theHouse } from './types.ts';

// Index: tickets_mine.
const held = sql(
  'tickets/held-by',
  `select id from tickets where workspace_id = $1 and assignee_id = $2 and status <> 'resolved'`,
);

/** Somebody works here no more: what they had waits in its queue again. Returns how many. */
export async function releaseAllOf(ctx: WorkspaceCtx, tx: Tx, memberId: string): Promise<number> {
  const ids = (await tx.rows<{ id: string }>(held, [ctx.workspaceId, memberId])).map((row) => row.id);
  const outcomes = await actOn(ctx, tx, theHouse, ids, { do: 'release' });
  return outcomes.filter((outcome) => 'changed' in outcome && outcome.changed).length;
}
