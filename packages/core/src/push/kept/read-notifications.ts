import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { markRead } from './rows.ts';

export interface WhichRead {
  readonly ids?: readonly string[] | undefined;
  readonly ticketId?: string | undefined;
}

/** Those named, those of a ticket, or all: the other screens of the same person hear of it. Returns how many. */
export async function readNotifications(
  ctx: WorkspaceCtx,
  tx: Tx,
  memberId: string,
  which: WhichRead,
): Promise<number> {
  const params = [ctx.workspaceId, memberId, which.ids ?? null, which.ticketId ?? null, ctx.clock.now()];
  const read = await tx.run(markRead, params);
  if (read > 0) await record(tx, ctx, [{ type: 'notification.read', data: { memberIds: [memberId] } }]);
  return read;
}
