import type { DbCtx } from '../ctx.ts';
import type { Tx } from '../tx.ts';
import { repeatWhenBeaten } from './repeat-when-beaten.ts';
import { runTransaction } from './run-transaction.ts';

/** Work across workspaces, with the narrow rights migrations gave `balcao_conveyor`. `fn` may run up to four times, as in `withWorkspace`. */
export function withConveyor<T>(ctx: DbCtx, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return repeatWhenBeaten(ctx, () => runTransaction(ctx.db.conveyor, 'begin', fn));
}
