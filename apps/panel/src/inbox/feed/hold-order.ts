import type { InboxItem } from './inbox-question.ts';

export interface HeldList {
  readonly items: readonly InboxItem[];
  /** Of items that stand above where they would be seen if the order were let go: the notice says how many. */
  readonly waiting: number;
}

/**
 * While somebody points at the list or has scrolled into it, nothing changes its place: items keep the order they had and show
 * their newest state, what left stays until the order is let go, what is new waits above, what was read further down follows.
 */
export function holdOrder(held: readonly InboxItem[] | undefined, now: readonly InboxItem[]): HeldList {
  if (!held) return { items: now, waiting: 0 };
  const newest = new Map(now.map((item) => [item.ticketId, item]));
  const known = new Set(held.map((item) => item.ticketId));
  const last = now.findLastIndex((item) => known.has(item.ticketId));
  const below = now.slice(last + 1);
  const above = now.slice(0, last + 1).filter((item) => !known.has(item.ticketId)).length;
  const moved = firstMoved(held, now);
  return { items: [...held.map((item) => newest.get(item.ticketId) ?? item), ...below], waiting: above + moved };
}

/** How many known items went up past one that stood above them. */
function firstMoved(held: readonly InboxItem[], now: readonly InboxItem[]): number {
  const was = new Map(held.map((item, index) => [item.ticketId, index]));
  const order = now.flatMap((item) => was.get(item.ticketId) ?? []);
  let lowest = Number.POSITIVE_INFINITY;
  let moved = 0;
  for (const index of order.toReversed()) {
    if (index > lowest) moved++;
    else lowest = index;
  }
  return moved;
}
