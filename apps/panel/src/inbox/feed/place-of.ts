import type { InboxItem, Place } from './inbox-question.ts';

/** Resolved tickets stand by when they were resolved, all others by their last message; where both are listed, each where it last moved. */
export const placeOf = (item: InboxItem): Place => ({
  at: item.status === 'resolved' ? (item.resolvedAt ?? item.lastMessageAt) : item.lastMessageAt,
  id: item.ticketId,
});

/** Newest first. ISO times of one precision compare as texts. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}
