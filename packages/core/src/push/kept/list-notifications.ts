import type { Tx, WorkspaceCtx } from '@balcao/db';
import type { KeptKind } from './kinds.ts';
import { countUnread, listKept } from './rows.ts';

export interface Notification {
  readonly id: string;
  readonly kind: KeptKind;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly conversationId: string;
  readonly ticketId: string | null;
  readonly messageId: string | null;
  readonly protocol: string | null;
  readonly byName: string | null;
  readonly contactName: string | null;
}

/** Whose bell, and which departments and teams they may look into; null: all. */
export interface Reader {
  readonly memberId: string;
  readonly places: readonly string[] | null;
}

/** Newest first, of what the reader may see now; and how many are unread of all there are. */
export async function listNotifications(
  ctx: WorkspaceCtx,
  tx: Tx,
  { memberId, places }: Reader,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<{ notifications: Notification[]; unread: number; next: string | null }> {
  const who = [ctx.workspaceId, memberId, places];
  const [notifications, counted] = await Promise.all([
    tx.rows<Notification>(listKept, [...who, page.before ?? null, page.limit]),
    tx.one<{ n: number }>(countUnread, who),
  ]);
  const next = notifications.length < page.limit ? null : (notifications.at(-1)?.id ?? null);
  return { notifications, unread: counted?.n ?? 0, next };
}
