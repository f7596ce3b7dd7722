import type { Tx, WorkspaceCtx } from '@balcao/db';
import { listMessages } from './rows.ts';

export interface MessageRow {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly direction: 'in' | 'out';
  readonly origin: string;
  readonly kind: string;
  readonly authorId: string | null;
  readonly text: string | null;
  readonly content: unknown;
  readonly status: string;
  readonly providerId: string | null;
  readonly replyTo: string | null;
  readonly mediaId: string | null;
  readonly at: Date;
  readonly createdAt: Date;
  readonly acceptedAt: Date | null;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly readAt: Date | null;
  readonly playedAt: Date | null;
  readonly failedAt: Date | null;
  readonly editedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly errorCode: number | null;
  readonly errorDetail: string | null;
  readonly pricing: unknown;
}

export const MESSAGES_PER_PAGE = 50;

/** Messages of some conversations, newest first; `before` is the last id of the page before. */
export function list(
  ctx: WorkspaceCtx,
  tx: Tx,
  conversationIds: readonly string[],
  page: { before?: string; limit?: number } = {},
): Promise<MessageRow[]> {
  return tx.rows<MessageRow>(listMessages, [
    ctx.workspaceId,
    conversationIds,
    page.before ?? null,
    page.limit ?? MESSAGES_PER_PAGE,
  ]);
}
