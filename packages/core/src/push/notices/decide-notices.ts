import type { Wishes } from '../subscriptions/wishes.ts';
import type { NoticeKind, Occasion, OccasionKind } from './occasions.ts';

/** A browser of somebody who might be told. */
export interface Listener {
  readonly subscriptionId: string;
  readonly memberId: string;
  /** Departments and teams. */
  readonly places: readonly string[];
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

const wished: Readonly<Record<NoticeKind, keyof Wishes>> = {
  mention: 'mentions',
  assigned: 'assigned',
  message: 'messages',
  queue: 'queue',
};
/** What failed waits in the bell: nobody's telephone rings for it. */
const isNotice = (kind: OccasionKind): kind is NoticeKind => Object.hasOwn(wished, kind);

/** Each browser once for each conversation and kind, the newest of it; nobody of what they did themselves or have before their eyes. */
export function decideNotices(occasions: readonly Occasion[], listeners: readonly Listener[]): Notice[] {
  const notices = new Map<string, Notice>();
  for (const { kind, conversationId, ticketId, messageId, by, memberIds, placeId } of occasions)
    for (const { subscriptionId, memberId, places, here, wishes } of listeners) {
      if (!isNotice(kind)) continue;
      const meant = memberIds.includes(memberId) || (placeId !== null && places.includes(placeId));
      if (!meant || here || memberId === by || !wishes[wished[kind]]) continue;
      const notice = { subscriptionId, kind, conversationId, ticketId, messageId };
      notices.set(`${subscriptionId} ${kind} ${conversationId}`, notice);
    }
  return [...notices.values()];
}
