import type { DbCtx } from '../ctx.ts';
import type { Tx } from '../tx.ts';
import { repeatWhenBeaten } from './repeat-when-beaten.ts';
import { runTransaction } from './run-transaction.ts';

/** People, their sessions and their way into workspaces, with the narrow rights migrations gave `balcao_identity`. `fn` may run up to four times, as in `withWorkspace`. */
export function withIdentity<T>(ctx: DbCtx, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return repeatWhenBeaten(ctx, () => runTransaction(ctx.db.identity, 'begin', fn));
}
