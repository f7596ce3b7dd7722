import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ThreadRow } from '../rows/build-rows.ts';

const heights: Readonly<Record<ThreadRow['kind'], number>> = {
  day: 44,
  unread: 40,
  event: 36,
  message: 62,
  handoff: 140,
};
/** So near to the end, one reads what is new. */
const AT_END = 96;
/** So many rows before the first, older ones are asked for. */
const AHEAD = 12;
/** Finding the first place counts rows: nothing is put before them meanwhile. */
const SETTLE_MS = 350;

interface Scrolling {
  readonly rows: readonly ThreadRow[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The row to begin at; without it, the end. */
  readonly startKey: string | undefined;
  readonly onOlder: () => void;
  readonly onNewer: () => void;
}

/**
 * Only the rows in sight are drawn. What is put before them (older messages) or grows above moves nothing; what comes at the end
 * is followed while one is there. The first position is set before anything is painted.
 */
export function useRowScroll({ rows, scroller, startKey, onOlder, onNewer }: Scrolling) {
  const [atEnd, setAtEnd] = useState(startKey === undefined);
  // oxlint-disable-next-line react/incompatible-library -- no compiler runs here; the virtualizer tells when to draw again
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heights[rows[at]?.kind ?? 'message'],
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan: 10,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: AT_END,
    paddingStart: 16,
    paddingEnd: 12,
  });
  const begun = useRef(false);
  const [settled, setSettled] = useState(false);
  useLayoutEffect(() => {
    if (begun.current || rows.length === 0) return;
    begun.current = true;
    setTimeout(() => setSettled(true), SETTLE_MS);
    const start = startKey === undefined ? -1 : rows.findIndex((row) => row.key === startKey);
    if (start >= 0) virtual.scrollToIndex(start, { align: 'center' });
    else virtual.scrollToEnd();
  }, [rows, startKey, virtual]);

  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (!settled || rows.length === 0) return;
    if (first <= AHEAD) onOlder();
    if (last >= rows.length - AHEAD) onNewer();
  }, [settled, first, last, rows.length, onOlder, onNewer]);

  const stays = useRef(startKey === undefined);
  const look = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    stays.current = box.scrollHeight - box.scrollTop - box.clientHeight <= AT_END;
    setAtEnd(stays.current);
  }, [scroller]);
  // A talk that fits never scrolls, and a composer that grows takes its room from the end: both are looked at here.
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const watch = new ResizeObserver((changes) => {
      if (stays.current && changes.some(({ target }) => target === box)) box.scrollTop = box.scrollHeight;
      look();
    });
    for (const one of [box, ...box.children]) watch.observe(one);
    return () => watch.disconnect();
  }, [scroller, look]);
  const toEnd = useCallback(() => virtual.scrollToEnd({ behavior: 'smooth' }), [virtual]);
  const toKey = useCallback(
    (key: string): boolean => {
      const at = rows.findIndex((row) => row.key === key || (row.kind === 'message' && row.message.id === key));
      if (at >= 0) virtual.scrollToIndex(at, { align: 'center' });
      return at >= 0;
    },
    [rows, virtual],
  );
  return { virtual, items, atEnd, look, toEnd, toKey };
}
