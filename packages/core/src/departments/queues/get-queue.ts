import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { one } from './rows.ts';
import type { Queue } from './types.ts';

export async function getQueue(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<Queue> {
  const found = await tx.one<Queue>(one, [ctx.workspaceId, id]);
  if (found === undefined) throw new Fault('not_found', `there is no queue "${id}"`);
  return found;
}
