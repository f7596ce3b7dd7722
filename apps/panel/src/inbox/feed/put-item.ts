import type { InboxItem, InboxPage, InboxPages, Place } from './inbox-question.ts';
import { comparePlaces, placeOf } from './place-of.ts';

const without = (page: InboxPage, ticketId: string): InboxPage =>
  page.items.some((item) => item.ticketId === ticketId)
    ? { ...page, items: page.items.filter((item) => item.ticketId !== ticketId) }
    : page;

/** The ticket left what this list shows. */
export const dropItem = <Pages extends InboxPages>(pages: Pages, ticketId: string): Pages => ({
  ...pages,
  pages: pages.pages.map((page) => without(page, ticketId)),
});

const reaches = (bound: Place | null, place: Place) => bound === null || comparePlaces(place, bound) <= 0;

/** Lays the newest state of an item over the pages: where it was it goes, and it stands where its time says. */
export function putItem<Pages extends InboxPages>(pages: Pages, item: InboxItem): Pages {
  const place = placeOf(item);
  const cleaned = dropItem(pages, item.ticketId);
  const at = cleaned.pages.findIndex((page) => reaches(page.bound, place));
  if (at < 0) return cleaned; // further down than was read: its page will bring it
  return {
    ...cleaned,
    pages: cleaned.pages.map((page, index) => {
      if (index !== at) return page;
      const before = page.items.filter((one) => comparePlaces(placeOf(one), place) < 0);
      return { ...page, items: [...before, item, ...page.items.slice(before.length)] };
    }),
  };
}
