import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { threadPlace } from './rows.ts';
import type { ThreadPlace } from './types.ts';

/** Where a thread is: the conversation that answers for this id, its channel, window and floor, and its newest ticket's place. */
export async function findPlace(ctx: WorkspaceCtx, tx: Tx, conversationId: string): Promise<ThreadPlace> {
  const place = await tx.one<ThreadPlace>(threadPlace, [ctx.workspaceId, conversationId]);
  if (place === undefined) throw new Fault('not_found', `there is no conversation "${conversationId}"`);
  return place;
}
