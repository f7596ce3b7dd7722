import type { Tx, WorkspaceCtx } from '@balcao/db';
import { advanceStatus, type CONTACT_BLOCKED, FLOOR_TAKEN } from '../advance-status.ts';
import { withdrawReplies as withdraw } from './rows.ts';

/**
 * A person has taken the word, or the customer is blocked: what the bot had queued is not sent any more. The conversation's row is
 * locked by then (giving the floor does it), so that no turn of the bot is under way. Returns how many it was.
 */
export async function withdrawReplies(
  ctx: WorkspaceCtx,
  tx: Tx,
  conversation: { readonly id: string; readonly channelId: string },
  why: typeof FLOOR_TAKEN | typeof CONTACT_BLOCKED = FLOOR_TAKEN,
): Promise<number> {
  const rows = await tx.rows<{ id: string; state: string }>(withdraw, [ctx.workspaceId, conversation.id]);
  const queued = rows.filter((row) => row.state === 'queued').map((row) => row.id);
  await refuseWithdrawn(ctx, tx, conversation.channelId, queued, why);
  return rows.length;
}

/** Ends them as what they are: not sent, because a person spoke or none is to speak. */
export async function refuseWithdrawn(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  ids: readonly string[],
  why: string = FLOOR_TAKEN,
): Promise<void> {
  const at = ctx.clock.now();
  await advanceStatus(
    ctx,
    tx,
    channelId,
    ids.map((tag) => ({ tag, at, status: 'failed' as const, errorDetail: why })),
  );
}
