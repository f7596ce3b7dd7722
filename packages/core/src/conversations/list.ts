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

/** Who looks: all, or the departments (with none, and their own tickets) that are seen. */
export interface ListedFor {
  readonly sees: 'all' | readonly string[];
  readonly memberId: string | null;
}

export function list(
  ctx: WorkspaceCtx,
  tx: Tx,
  before?: { lastInboundAt: Date; id: string },
  { sees, memberId }: ListedFor = { sees: 'all', memberId: null },
): Promise<ConversationRow[]> {
  const key = [before?.lastInboundAt ?? null, before?.id ?? null];
  return tx.rows<ConversationRow>(listConversations, [
    ctx.workspaceId,
    ...key,
    CONVERSATIONS_PER_PAGE,
    sees === 'all' ? null : sees,
    memberId,
  ]);
}
