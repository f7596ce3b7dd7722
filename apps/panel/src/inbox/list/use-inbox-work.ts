import { type MouseEvent, useCallback, useReducer, useRef, useState } from 'react';
import { markOpened, prefetchThread, useDesk } from '../../conversation/index.ts';
import { useMember } from '../../session/index.ts';
import { chooseRows, nothingMarked } from '../feed/choose-rows.ts';
import type { InboxItem } from '../feed/inbox-question.ts';
import { useInboxPages } from '../feed/use-inbox-pages.ts';
import { useQuestion } from '../filters/use-question.ts';

/** The pointer passes over many: only where it stays is read ahead. */
const NEAR_MS = 60;

/** All that the list pane works with: what is asked, what is shown in which order, where one is, what is marked. */
export function useInboxWork(openId: string | undefined, open: (ticketId: string, messageId?: string) => void) {
  const member = useMember();
  const desk = useDesk();
  const [question, askFor] = useQuestion(member.id);
  const list = useInboxPages(question);
  const [q, setQ] = useState('');
  const [order, setOrder] = useState<readonly InboxItem[]>([]);
  const [active, setActive] = useState<string>();
  const [marked, mark] = useReducer(chooseRows, nothingMarked);
  const near = useRef<ReturnType<typeof setTimeout>>(undefined);
  const activeId = active ?? openId;

  const ask = useCallback(
    (next: typeof question) => {
      mark({ do: 'none' });
      setActive(undefined);
      askFor(next);
    },
    [askFor],
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const onMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const onOrder = useCallback((items: readonly InboxItem[]) => {
    setOrder(items);
    mark({ do: 'keep', order: items.map((item) => item.ticketId) });
  }, []);
  const openItem = useCallback(
    (item: InboxItem) => {
      markOpened();
      setActive(item.ticketId);
      open(item.ticketId);
    },
    [open],
  );
  const ids = order.map((item) => item.ticketId);
  const onMark = useCallback(
    (item: InboxItem, event: MouseEvent) => {
      event.stopPropagation();
      mark(
        event.shiftKey
          ? { do: 'reach', id: item.ticketId, order: order.map((one) => one.ticketId) }
          : { do: 'toggle', id: item.ticketId },
      );
    },
    [order],
  );
  const onOpen = useCallback(
    (item: InboxItem, event: MouseEvent) => {
      if (event.shiftKey || event.ctrlKey || event.metaKey) onMark(item, event);
      else openItem(item);
    },
    [onMark, openItem],
  );
  const onNear = useCallback((item: InboxItem) => {
    clearTimeout(near.current);
    near.current = setTimeout(() => prefetchThread(item.conversationId), NEAR_MS);
  }, []);
  const openFound = useCallback(
    (ticketId: string, messageId?: string) => {
      markOpened();
      setActive(ticketId);
      open(ticketId, messageId);
    },
    [open],
  );

  const at = ids.indexOf(activeId ?? '');
  const move = (by: number) => {
    const next = order[Math.max(0, Math.min(order.length - 1, at < 0 ? 0 : at + by))];
    if (!next) return;
    setActive(next.ticketId);
    onNear(next);
  };
  const activeItem = order[at];
  const openActive = () => activeItem && openItem(activeItem);
  const markActive = () => activeItem && mark({ do: 'toggle', id: activeItem.ticketId });
  const onKey = (event: React.KeyboardEvent) => {
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      PageDown: () => move(8),
      PageUp: () => move(-8),
      Home: () => move(-order.length),
      End: () => move(order.length),
      Enter: () => void openActive(),
      ' ': () => void markActive(),
    };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step();
  };
  return {
    desk,
    question,
    ask,
    list,
    q,
    setQ,
    order,
    openId,
    activeId,
    activeItem,
    marked,
    mark,
    onMore,
    onOrder,
    onOpen,
    onMark,
    onNear,
    onKey,
    openFound,
    move,
    openActive,
    markActive,
  };
}

export type InboxWork = ReturnType<typeof useInboxWork>;
