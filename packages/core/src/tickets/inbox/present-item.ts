import type { InboxItem, TicketDetail } from '@balcao/contract';
import { priorityName } from './priorities.ts';

/** As the database gives it. */
export interface ItemRow
  extends Pick<
    TicketDetail,
    | 'ticketId'
    | 'conversationId'
    | 'contactId'
    | 'channelId'
    | 'protocol'
    | 'status'
    | 'subject'
    | 'departmentId'
    | 'queueId'
    | 'teamId'
    | 'assigneeId'
    | 'tagIds'
    | 'openedBy'
    | 'resolveReason'
    | 'reopened'
    | 'unread'
    | 'floor'
  > {
  readonly priority: number;
  readonly lastMessageAt: Date;
  readonly snoozedUntil: Date | null;
  readonly openedAt: Date;
  readonly queuedAt: Date | null;
  readonly assignedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly firstReplyAt: Date | null;
  readonly windowUntil: Date | null;
  readonly messageId: string | null;
  readonly messageDirection: 'in' | 'out';
  readonly messageOrigin: string;
  readonly messageKind: string;
  readonly messageText: string | null;
  readonly messageStatus: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
}

const timeOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;

export function presentItem(row: ItemRow): InboxItem {
  return {
    ticketId: row.ticketId,
    conversationId: row.conversationId,
    contactId: row.contactId,
    channelId: row.channelId,
    protocol: row.protocol,
    status: row.status,
    priority: priorityName(row.priority),
    subject: row.subject,
    departmentId: row.departmentId,
    queueId: row.queueId,
    teamId: row.teamId,
    assigneeId: row.assigneeId,
    tagIds: row.tagIds,
    unread: row.unread,
    lastMessageAt: row.lastMessageAt.toISOString(),
    lastMessage: lastMessageOf(row),
    contact: { name: row.contactName, phone: row.contactPhone },
    floor: row.floor,
    windowUntil: timeOrNull(row.windowUntil),
    snoozedUntil: timeOrNull(row.snoozedUntil),
    openedAt: row.openedAt.toISOString(),
    queuedAt: timeOrNull(row.queuedAt),
    assignedAt: timeOrNull(row.assignedAt),
    resolvedAt: timeOrNull(row.resolvedAt),
  };
}

export const presentDetail = (row: ItemRow): TicketDetail => ({
  ...presentItem(row),
  openedBy: row.openedBy,
  firstReplyAt: timeOrNull(row.firstReplyAt),
  resolveReason: row.resolveReason,
  reopened: row.reopened,
});

function lastMessageOf(row: ItemRow): InboxItem['lastMessage'] {
  if (row.messageId === null) return null;
  return {
    id: row.messageId,
    direction: row.messageDirection,
    origin: row.messageOrigin,
    kind: row.messageKind,
    text: row.messageText,
    status: row.messageStatus,
  };
}
