import type { BotHandoff } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { handoffsOf } from './rows.ts';

export type ShownHandoff = Omit<BotHandoff, 'at' | 'answerDueAt'> & {
  readonly at: Date;
  readonly answerDueAt: Date | null;
};

/** Each time the bot gave a conversation (or one ticket of it) to people; newest first. */
export function readHandoffs(
  ctx: WorkspaceCtx,
  tx: Tx,
  conversationId: string,
  ticketId: string | undefined,
): Promise<ShownHandoff[]> {
  return tx.rows<ShownHandoff>(handoffsOf, [ctx.workspaceId, conversationId, ticketId ?? null]);
}
