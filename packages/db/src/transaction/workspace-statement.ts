import type { WorkspaceCtx } from '../ctx.ts';
import type { Statement } from '../statement.ts';
import { beginInWorkspace } from './begin-in-workspace.ts';
import { faultFromCommitted, isConnectionLoss, isStalePlan } from './fault-from-postgres.ts';
import { repeatWhenBeaten } from './repeat-when-beaten.ts';
import { acquire, sendTogether } from './run-transaction.ts';

/** A transaction of one statement in one round trip: BEGIN, it and COMMIT travel together. */
export function workspaceStatement<R>(
  ctx: WorkspaceCtx,
  statement: Statement,
  params: readonly unknown[] = [],
): Promise<R[]> {
  const begin = beginInWorkspace(ctx.workspaceId);
  return repeatWhenBeaten(ctx, async () => {
    const client = await acquire(ctx.db.app);
    let broken: Error | undefined;
    try {
      sendTogether(client);
      const { name, text } = statement;
      const sent = [
        client.query(begin),
        client.query({ name, text, values: params as unknown[] }),
        client.query('commit'),
      ] as const;
      const failed = (await Promise.allSettled(sent)).find((one) => one.status === 'rejected');
      if (failed === undefined) return (await sent[1]).rows as R[];
      if (isConnectionLoss(failed.reason) || isStalePlan(failed.reason)) broken = failed.reason as Error;
      throw faultFromCommitted(failed.reason, statement.name);
    } finally {
      client.release(broken);
    }
  });
}
