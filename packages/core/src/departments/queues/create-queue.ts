import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { openPlace } from '../open-place.ts';
import { getQueue } from './get-queue.ts';
import { insert } from './rows.ts';
import type { Queue } from './types.ts';

export async function createQueue(
  ctx: WorkspaceCtx,
  tx: Tx,
  { departmentId, name }: { departmentId: string; name: string },
): Promise<Queue> {
  await openPlace(ctx, tx, { departmentId });
  const id = ctx.ids.uuid();
  const made = await tx.run(insert, [ctx.workspaceId, id, departmentId, name, ctx.clock.now()]);
  if (made === 0) throw new Fault('conflict', 'there is a queue of this name in the department already');
  await record(tx, ctx, [{ type: 'queue.created', data: { queueId: id, departmentId } }]);
  return await getQueue(ctx, tx, id);
}
