import type { InboxItem } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { type ItemRow, presentItem } from './present-item.ts';
import { itemsOfConversations } from './rows.ts';

/** The row of the inbox of each conversation, in one statement: what screens are sent when something changed. */
export async function inboxItems(ctx: WorkspaceCtx, tx: Tx, conversationIds: readonly string[]): Promise<InboxItem[]> {
  if (conversationIds.length === 0) return [];
  return (await tx.rows<ItemRow>(itemsOfConversations, [ctx.workspaceId, conversationIds])).map(presentItem);
}
