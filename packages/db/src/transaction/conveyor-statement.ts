import type { DbCtx } from '../ctx.ts';
import type { Statement } from '../statement.ts';
import { laneStatement } from './lane-statement.ts';

/** One statement of the conveyor, committed by itself: one round trip, no BEGIN. */
export function conveyorStatement<R>(ctx: DbCtx, statement: Statement, params: readonly unknown[] = []): Promise<R[]> {
  return laneStatement(ctx, ctx.db.conveyor, statement, params);
}
