import type { DbCtx } from '../ctx.ts';
import type { Lane } from '../db.ts';
import type { Statement } from '../statement.ts';
import { faultFromCommitted, isConnectionLoss, isStalePlan } from './fault-from-postgres.ts';
import { repeatWhenBeaten } from './repeat-when-beaten.ts';
import { acquire } from './run-transaction.ts';

/** One statement of one role, committed by itself: one round trip, no BEGIN. */
export function laneStatement<R>(
  ctx: DbCtx,
  lane: Lane,
  statement: Statement,
  params: readonly unknown[],
): Promise<R[]> {
  return repeatWhenBeaten(ctx, async () => {
    const client = await acquire(lane);
    let broken: Error | undefined;
    try {
      return (await client.query({ ...statement, values: params as unknown[] })).rows as R[];
    } catch (error) {
      if (isConnectionLoss(error) || isStalePlan(error)) broken = error as Error;
      throw faultFromCommitted(error, statement.name);
    } finally {
      client.release(broken);
    }
  });
}
