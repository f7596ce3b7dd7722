import type { QueryKey } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keyOf, type Output, queryClient } from '../../api/index.ts';
import { useDeskEvent, useWatch } from '../../realtime/index.ts';
import { dropArrived } from '../outgoing/outgoing-store.ts';
import { putMessage } from './put-message.ts';
import { putTicketEvent } from './put-ticket-event.ts';
import { replayAfterRead } from './replay-after-read.ts';
import type { ThreadMessage } from './thread-pages.ts';
import { isThreadOf, type KeptThread } from './use-thread.ts';

/** A message that the list knows and the thread does not have after this: something was missed, and it is read again. */
const HEAL_AFTER_MS = 700;

const layOver = (key: QueryKey, message: ThreadMessage) =>
  queryClient.setQueryData<KeptThread>(key, (now) => now && putMessage(now, message));

const threadsOf = (conversationId: string) =>
  queryClient.getQueryCache().findAll({ predicate: ({ queryKey }) => isThreadOf(queryKey, conversationId) });

function knows(conversationId: string, messageId: string, status: string): boolean {
  const threads = threadsOf(conversationId).map((query) => query.state.data as KeptThread | undefined); // so useThread keeps them
  return threads.some((kept) =>
    kept?.pages.some((page) => page.messages.some((one) => one.id === messageId && one.status === status)),
  );
}

/** While a talk is open: its messages and the history of its ticket are kept true. */
export function useThreadFeed(conversationId: string): void {
  useWatch(conversationId);
  const replay = useRef<ReturnType<typeof replayAfterRead<ThreadMessage>>>(undefined);
  useEffect(() => {
    replay.current = replayAfterRead<ThreadMessage>((key) => isThreadOf(key, conversationId), layOver);
    return () => replay.current?.stop();
  }, [conversationId]);

  useDeskEvent('message.changed', ({ data: { message } }) => {
    if (message.conversationId !== conversationId) return;
    replay.current?.tell(message);
    for (const { queryKey } of threadsOf(conversationId)) layOver(queryKey, message);
    dropArrived([message]);
  });
  useDeskEvent('ticket.event', ({ data: { ticketId, conversationId: where, event } }) => {
    if (where !== conversationId) return;
    if (ticketId === null || event === null)
      return void queryClient.invalidateQueries({ queryKey: keyOf('tickets.history') });
    queryClient.setQueryData<Output<'tickets.history'>>(
      keyOf('tickets.history', { ticketId }),
      (now) => now && putTicketEvent(now, event),
    );
    if (event.note !== null) void queryClient.invalidateQueries({ queryKey: keyOf('notes.list') });
  });
  useDeskEvent('inbox.changed', ({ data: { item } }) => {
    const last = item.lastMessage;
    if (item.conversationId !== conversationId || last === null || knows(conversationId, last.id, last.status)) return;
    setTimeout(() => {
      if (knows(conversationId, last.id, last.status)) return;
      for (const { queryKey } of threadsOf(conversationId)) void queryClient.invalidateQueries({ queryKey });
    }, HEAL_AFTER_MS);
  });
}
