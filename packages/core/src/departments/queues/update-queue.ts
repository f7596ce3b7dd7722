import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { openPlace } from '../open-place.ts';
import { getQueue } from './get-queue.ts';
import { change } from './rows.ts';
import type { Queue } from './types.ts';

export interface QueueChange {
  readonly queueId: string;
  readonly name?: string | undefined;
  readonly position?: number | undefined;
  readonly archived?: false | undefined;
}

export async function updateQueue(ctx: WorkspaceCtx, tx: Tx, input: QueueChange): Promise<Queue> {
  const { queueId: id, name, position, archived } = input;
  const { departmentId } = await getQueue(ctx, tx, id);
  if (archived === false) await openPlace(ctx, tx, { departmentId });
  const values = [name ?? null, position ?? null, archived === false];
  await tx.run(change, [ctx.workspaceId, id, ...values, ctx.clock.now()]);
  await record(tx, ctx, [{ type: 'queue.changed', data: { queueId: id, departmentId } }]);
  return await getQueue(ctx, tx, id);
}
