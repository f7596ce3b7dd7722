import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/index.ts';
import type { InboxItem } from '../conversation-view.ts';

/** Is this page really before somebody's eyes? */
function useInSight(): boolean {
  const [inSight, setInSight] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setInSight(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return inSight;
}

/**
 * Read is what the one who serves has seen to its end. Whoever looks into the queue or over a colleague's shoulder leaves
 * it unread: the customer's blue ticks promise an answer.
 */
export function useMarkRead(ticket: InboxItem, me: string, atEnd: boolean): void {
  const inSight = useInSight();
  const asked = useRef('');
  const { conversationId, unread, lastMessageAt } = ticket;
  const due = unread > 0 && ticket.assigneeId === me && atEnd && inSight;
  useEffect(() => {
    const what = `${conversationId} ${unread} ${lastMessageAt}`;
    if (!due || asked.current === what) return;
    asked.current = what;
    api.call('conversations.mark-read', { conversationId }).catch(() => {
      asked.current = ''; // the next message or look tries again
    });
  }, [due, conversationId, unread, lastMessageAt]);
}
