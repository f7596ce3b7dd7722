import { useState } from 'react';
import type { ThreadMessage } from '../feed/thread-pages.ts';

/** Where the new ones began when the talk was opened: the line stays there while one reads. */
export function useUnreadLine(unread: number, messages: readonly ThreadMessage[]) {
  const [line, setLine] = useState<{ beforeId: string; count: number } | null>();
  if (line === undefined && messages.length > 0) {
    const inbound = messages.filter((message) => message.direction === 'in');
    const first = unread > 0 ? inbound.at(-Math.min(unread, inbound.length)) : undefined;
    setLine(first ? { beforeId: first.id, count: unread } : null);
  }
  return line ?? undefined;
}
