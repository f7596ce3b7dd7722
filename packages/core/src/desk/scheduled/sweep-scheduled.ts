import { type DbCtx, inWorkspace, withConveyor, withWorkspace } from '@balcao/db';
import { enqueueOccurrence } from './enqueue-occurrence.ts';
import { lateScheduled } from './rows.ts';

/** A job that is only slow is left alone. */
const LOST_AFTER_MS = 2 * 60_000;

interface Late {
  readonly workspaceId: string;
  readonly id: string;
  readonly nextAt: Date;
}

/** What should have gone and has no job any more (a dead letter, a restored database) gets one. Returns how many were late. */
export async function sweepScheduled(ctx: DbCtx): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - LOST_AFTER_MS);
  const late = await withConveyor(ctx, (tx) => tx.rows<Late>(lateScheduled, [before]));
  for (const row of late) {
    const inside = inWorkspace(ctx, row.workspaceId);
    await withWorkspace(inside, (tx) => enqueueOccurrence(inside, tx, row.id, row.nextAt));
  }
  return late.length;
}
