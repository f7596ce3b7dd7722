import type { WorkspaceCtx } from '../ctx.ts';
import type { Tx } from '../tx.ts';
import { beginInWorkspace } from './begin-in-workspace.ts';
import { repeatWhenBeaten } from './repeat-when-beaten.ts';
import { runTransaction } from './run-transaction.ts';

/** Everything `fn` does sees and writes this workspace only. `fn` may run up to four times (deadlock, serialization): no effects outside `tx`; those go to `tx.after`. */
export function withWorkspace<T>(ctx: WorkspaceCtx, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const begin = beginInWorkspace(ctx.workspaceId);
  return repeatWhenBeaten(ctx, () => runTransaction(ctx.db.app, begin, fn));
}
