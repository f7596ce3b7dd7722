import type { ThreadMessage, ThreadPage, ThreadPages } from './thread-pages.ts';

const changePage = <Pages extends ThreadPages>(
  pages: Pages,
  at: number,
  messages: readonly ThreadMessage[],
): Pages => ({
  ...pages,
  pages: pages.pages.map((page, index) => (index === at ? { ...page, messages: [...messages] } : page)),
});

const oldestOf = (page: ThreadPage | undefined) => page?.messages.at(-1)?.seq ?? Number.NEGATIVE_INFINITY;

/**
 * Lays the newest state of a message over what was read: it replaces itself, or takes its place by its number in the talk.
 * What lies beyond the pages that were read (older, or newer while one looks at an old part) comes with those.
 */
export function putMessage<Pages extends ThreadPages>(pages: Pages, message: ThreadMessage): Pages {
  for (const [at, page] of pages.pages.entries()) {
    const index = page.messages.findIndex((one) => one.id === message.id);
    if (index >= 0) return changePage(pages, at, page.messages.with(index, message));
  }
  const first = pages.pages[0];
  const last = pages.pages.at(-1);
  if (!first || !last) return pages;
  const newest = first.messages[0]?.seq ?? Number.NEGATIVE_INFINITY;
  if (message.seq > newest && first.newer !== null) return pages;
  if (message.seq < oldestOf(last) && last.next !== null) return pages;
  const found = pages.pages.findIndex((page) => message.seq > oldestOf(page));
  const at = found < 0 ? pages.pages.length - 1 : found;
  const { messages } = pages.pages[at] ?? first;
  const before = messages.filter((one) => one.seq > message.seq);
  return changePage(pages, at, [...before, message, ...messages.slice(before.length)]);
}
