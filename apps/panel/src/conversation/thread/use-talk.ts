import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useBotTalk, useHandoffs } from '../bot/use-bot-talk.ts';
import type { InboxItem } from '../conversation-view.ts';
import type { Desk } from '../desk/use-desk.ts';
import { trimThread, useThread } from '../feed/use-thread.ts';
import { useThreadFeed } from '../feed/use-thread-feed.ts';
import { dropArrived, useOutgoing } from '../outgoing/outgoing-store.ts';
import { showDraft } from '../outgoing/show-draft.ts';
import { buildRows } from '../rows/build-rows.ts';
import { useHistories } from './use-histories.ts';
import { useUnreadLine } from './use-unread-line.ts';

const dayOf = (at: string) => new Date(at).toDateString();

/** All that the thread shows, kept true while it is open. `around`: the part of the talk about that message. */
export function useTalk(ticket: InboxItem, desk: Desk, around: string | undefined) {
  const { conversationId } = ticket;
  useThreadFeed(conversationId);
  const thread = useThread(conversationId, around);
  const { messages, fetchNextPage, fetchPreviousPage } = thread;
  useEffect(() => () => trimThread(conversationId), [conversationId]);
  useEffect(() => dropArrived(messages), [messages]);

  const complete = thread.data !== undefined && !thread.hasNextPage;
  const { events, protocols } = useHistories(ticket, complete ? undefined : (messages[0]?.createdAt ?? '9'));
  const signs = useBotTalk(conversationId, messages[0]?.createdAt);
  const handoffs = useHandoffs(conversationId);
  const sending = useOutgoing(conversationId);
  const unread = useUnreadLine(ticket.unread, messages);
  const live = !thread.hasPreviousPage;
  const rows = useMemo(() => {
    const outgoing = live ? sending.map((one) => ({ outgoing: one, message: showDraft(one, desk.me) })) : [];
    return buildRows({ messages, outgoing, events, handoffs, unread, dayOf });
  }, [messages, events, handoffs, unread, sending, live, desk.me]);

  const mayOlder = thread.hasNextPage && !thread.isFetching;
  const mayNewer = thread.hasPreviousPage && !thread.isFetching;
  const onOlder = useCallback(() => void (mayOlder && fetchNextPage()), [mayOlder, fetchNextPage]);
  const onNewer = useCallback(() => void (mayNewer && fetchPreviousPage()), [mayNewer, fetchPreviousPage]);
  return { thread, messages, rows, events, protocols, signs, live, onOlder, onNewer };
}

/** A message shown for a moment, so that the eye finds it. */
export function useHighlight() {
  const [highlighted, setHighlighted] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const highlight = useCallback((id: string) => {
    clearTimeout(timer.current);
    setHighlighted(id);
    timer.current = setTimeout(() => setHighlighted(undefined), 2_200);
  }, []);
  return { highlighted, highlight };
}
