import type { DbCtx } from '../ctx.ts';
import type { Statement } from '../statement.ts';
import { laneStatement } from './lane-statement.ts';

/** One statement about who people are, committed by itself: one round trip, no BEGIN. */
export function identityStatement<R>(ctx: DbCtx, statement: Statement, params: readonly unknown[] = []): Promise<R[]> {
  return laneStatement(ctx, ctx.db.identity, statement, params);
}
