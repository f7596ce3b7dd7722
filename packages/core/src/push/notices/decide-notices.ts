import type { LedgerEvent } from '../../ledger/index.ts';
import type { Wishes } from '../subscriptions/wishes.ts';

export type NoticeKind = 'mention' | 'assigned' | 'message' | 'queue';

/** Something that happened and is worth telling: to these members, or to whoever is in the department. */
export interface Occasion {
  readonly kind: NoticeKind;
  readonly conversationId: string;
  readonly ticketId: string | null;
  readonly messageId: string | null;
  /** Who did it knows already. */
  readonly by: string | null;
  readonly memberIds: readonly string[];
  readonly departmentId: string | null;
}

/** Where the service of a conversation is now. */
export interface TicketNow {
  readonly ticketId: string;
  readonly departmentId: string | null;
  readonly assigneeId: string | null;
}

/** A browser of somebody who might be told. */
export interface Listener {
  readonly subscriptionId: string;
  readonly memberId: string;
  readonly departments: readonly string[];
  /** Has a screen of ours before the eyes. */
  readonly here: boolean;
  readonly wishes: Wishes;
}

export interface Notice {
  readonly subscriptionId: string;
  readonly kind: NoticeKind;
  readonly conversationId: string;
  readonly ticketId: string | null;
  readonly messageId: string | null;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

export function occasionsIn(
  events: readonly LedgerEvent[],
  ticketOf: (conversationId: string) => TicketNow | undefined,
): Occasion[] {
  return events.flatMap((event) => {
    const { type, conversationId, data } = event;
    if (conversationId === null) return [];
    const now = ticketOf(conversationId);
    const ticketId = textOrNull(data['ticketId']) ?? now?.ticketId ?? null;
    const by = event.actorKind === 'person' ? event.actorId : null;
    const common = { conversationId, ticketId, messageId: event.messageId, by, memberIds: [], departmentId: null };
    if (type === 'note.added') return [{ ...common, kind: 'mention', memberIds: textsOf(data['mentions']) }];
    if (type === 'message.received')
      return now?.assigneeId ? [{ ...common, kind: 'message', memberIds: [now.assigneeId] }] : [];
    if (!type.startsWith('ticket.')) return [];
    return ticketOccasions(event, now, common);
  });
}

function ticketOccasions(
  { data }: LedgerEvent,
  now: TicketNow | undefined,
  common: Omit<Occasion, 'kind'>,
): Occasion[] {
  const found: Occasion[] = [];
  const assigneeId = textOrNull(data['assigneeId']);
  const changedHands = 'wasAssigneeId' in data && data['wasAssigneeId'] !== assigneeId;
  if (assigneeId !== null && changedHands) found.push({ ...common, kind: 'assigned', memberIds: [assigneeId] });
  const departmentId = textOrNull(data['departmentId']) ?? now?.departmentId ?? null;
  const waits = data['status'] === 'queued' && (data['was'] !== 'queued' || data['wasDepartmentId'] !== departmentId);
  if (waits && departmentId !== null) found.push({ ...common, kind: 'queue', departmentId });
  return found;
}

const wished: Readonly<Record<NoticeKind, keyof Wishes>> = {
  mention: 'mentions',
  assigned: 'assigned',
  message: 'messages',
  queue: 'queue',
};

/** Each browser once for each conversation and kind, the newest of it; nobody of what they did themselves or have before their eyes. */
export function decideNotices(occasions: readonly Occasion[], listeners: readonly Listener[]): Notice[] {
  const notices = new Map<string, Notice>();
  for (const { kind, conversationId, ticketId, messageId, by, memberIds, departmentId } of occasions)
    for (const { subscriptionId, memberId, departments, here, wishes } of listeners) {
      const meant = memberIds.includes(memberId) || (departmentId !== null && departments.includes(departmentId));
      if (!meant || here || memberId === by || !wishes[wished[kind]]) continue;
      notices.set(`${subscriptionId} ${kind} ${conversationId}`, {
        subscriptionId,
        kind,
        conversationId,
        ticketId,
        messageId,
      });
    }
  return [...notices.values()];
}
