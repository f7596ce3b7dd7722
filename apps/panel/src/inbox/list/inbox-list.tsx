import { Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Desk } from '../../conversation/index.ts';
import { useTexts } from '../../text/index.ts';
import { useMinute } from '../../ui/index.ts';
import type { Marked } from '../feed/choose-rows.ts';
import type { InboxItem } from '../feed/inbox-question.ts';
import { inboxTexts } from '../texts/texts.ts';
import { InboxRow, listId, rowId } from './inbox-row.tsx';
import classes from './list.module.css';
import { useHeldOrder } from './use-held-order.ts';

/** The height of a row of list.module.css, in the root's own units. */
const rowHeight = () => 4.5 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
const AHEAD = 15;

interface Props {
  readonly items: readonly InboxItem[];
  readonly desk: Desk;
  readonly openId: string | undefined;
  readonly activeId: string | undefined;
  readonly marked: Marked;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly onOrder: (items: readonly InboxItem[]) => void;
  readonly onOpen: (item: InboxItem, event: MouseEvent) => void;
  readonly onMark: (item: InboxItem, event: MouseEvent) => void;
  readonly onNear: (item: InboxItem) => void;
  readonly onKey: (event: React.KeyboardEvent) => void;
}

/** The list itself: only the rows in sight are drawn, and none moves under the pointer. */
export function InboxList(props: Props) {
  const { items, desk, openId, activeId, marked, hasMore, onMore, onOrder, onKey } = props;
  const t = useTexts(inboxTexts);
  const now = useMinute() * 60_000;
  const scroller = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(false);
  const held = useHeldOrder(items, scrolled);
  const rows = held.items;
  // oxlint-disable-next-line react/incompatible-library -- no compiler runs here; the virtualizer tells when to draw again
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    getItemKey: (at) => rows[at]?.ticketId ?? at,
    overscan: 8,
  });
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) onMore();
  }, [hasMore, last, rows.length, onMore]);
  useEffect(() => onOrder(rows), [rows, onOrder]);
  const show = useEffectEvent((ticketId: string) => {
    const at = rows.findIndex((row) => row.ticketId === ticketId);
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  });
  // Only when another one is active: the list may move under it later.
  useEffect(() => {
    if (activeId !== undefined) show(activeId);
  }, [activeId]);
  const fresh = new Set(items.map((item) => item.ticketId));
  const toTop = () => {
    held.onPointerGone();
    held.letGo();
    scroller.current?.scrollTo({ top: 0 });
  };
  return (
    <div className={classes.listPlace} onPointerMove={held.onPointer} onPointerLeave={held.onPointerGone}>
      {held.waiting > 0 && (
        <Button
          className={classes.above ?? ''}
          size="compact-sm"
          radius="xl"
          leftSection={<IconArrowUp size={16} stroke={1.8} />}
          onClick={toTop}
        >
          {t('waitingAbove', { count: held.waiting })}
        </Button>
      )}
      <div
        ref={scroller}
        id={listId}
        className={classes.scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t('list')}
        aria-multiselectable
        aria-activedescendant={activeId === undefined ? undefined : rowId(activeId)}
        onKeyDown={onKey}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop > rowHeight() / 2)}
      >
        <div className={classes.rows} style={{ height: virtual.getTotalSize() }} role="presentation">
          {drawn.map(({ index, key, start }): ReactNode => {
            const item = rows[index];
            if (!item) return null;
            return (
              <div
                key={key}
                className={classes.slot}
                style={{ transform: `translateY(${start}px)` }}
                role="presentation"
              >
                <InboxRow
                  item={item}
                  desk={desk}
                  position={index + 1}
                  size={hasMore ? -1 : rows.length}
                  open={item.ticketId === openId}
                  active={item.ticketId === activeId}
                  marked={marked.ids.has(item.ticketId)}
                  marking={marked.ids.size > 0}
                  gone={!fresh.has(item.ticketId)}
                  now={now}
                  onOpen={props.onOpen}
                  onMark={props.onMark}
                  onNear={props.onNear}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
