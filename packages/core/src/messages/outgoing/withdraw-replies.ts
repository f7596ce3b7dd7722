import type { Tx, WorkspaceCtx } from '@balcao/db';
import { advanceStatus, FLOOR_TAKEN } from '../advance-status.ts';
import { withdrawReplies as withdraw } from './rows.ts';

/**
 * A person has taken the word: what the bot had queued is not sent any more. Call it after the floor was given, in the same
 * transaction: the conversation's row is locked then, and no turn of the bot is under way. Returns how many it was.
 */
export async function withdrawReplies(
  ctx: WorkspaceCtx,
  tx: Tx,
  conversation: { readonly id: string; readonly channelId: string },
): Promise<number> {
  const rows = await tx.rows<{ id: string; state: string }>(withdraw, [ctx.workspaceId, conversation.id]);
  const queued = rows.filter((row) => row.state === 'queued').map((row) => row.id);
  await refuseWithdrawn(ctx, tx, conversation.channelId, queued);
  return rows.length;
}

/** Ends them as what they are: not sent, because a person spoke. */
export async function refuseWithdrawn(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  ids: readonly string[],
): Promise<void> {
  const at = ctx.clock.now();
  await advanceStatus(
    ctx,
    tx,
    channelId,
    ids.map((tag) => ({ tag, at, status: 'failed' as const, errorDetail: FLOOR_TAKEN })),
  );
}
