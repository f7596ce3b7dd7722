import type { Tx, WorkspaceCtx } from '@balcao/db';
import type { Floor } from './floor.ts';
import { listConversations } from './rows.ts';

export interface ConversationRow {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly waId: string | null;
  readonly bsuid: string | null;
  readonly floor: Floor;
  readonly unread: number;
  readonly lastInboundAt: Date | null;
  readonly windowUntil: Date | null;
  readonly createdAt: Date;
}

export const CONVERSATIONS_PER_PAGE = 50;

export function list(
  ctx: WorkspaceCtx,
  tx: Tx,
  before?: { lastInboundAt: Date; id: string },
): Promise<ConversationRow[]> {
  const key = [before?.lastInboundAt ?? null, before?.id ?? null];
  return tx.rows<ConversationRow>(listConversations, [ctx.workspaceId, ...key, CONVERSATIONS_PER_PAGE]);
}
