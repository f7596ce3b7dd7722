import { Loader } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import { useTexts } from '../../text/index.ts';
import type { ThreadMessage } from '../feed/thread-pages.ts';
import type { ThreadRow } from '../rows/build-rows.ts';
import { conversationTexts } from '../texts/texts.ts';
import { EndButton } from './end-button.tsx';
import classes from './thread.module.css';
import { useRowScroll } from './use-row-scroll.ts';

interface Props {
  readonly rows: readonly ThreadRow[];
  readonly startKey: string | undefined;
  readonly loadingOlder: boolean;
  readonly onOlder: () => void;
  readonly onNewer: () => void;
  /** What is shown is not the end of the talk: its button leads there. */
  readonly onLive: (() => void) | undefined;
  readonly onAtEnd: (atEnd: boolean) => void;
  readonly goTo: React.Ref<(key: string) => boolean>;
  readonly draw: (row: ThreadRow) => ReactNode;
  readonly lastInbound: ThreadMessage | undefined;
}

/** The talk: a list that begins at its end. */
export function ThreadList(props: Props) {
  const { rows, startKey, loadingOlder, onOlder, onNewer, onLive, goTo, draw } = props;
  const t = useTexts(conversationTexts);
  const scroller = useRef<HTMLDivElement>(null);
  const { virtual, items, atEnd, look, toEnd, toKey } = useRowScroll({ rows, scroller, startKey, onOlder, onNewer });
  const own = rows.findLast((row) => row.kind === 'message' && row.outgoing !== undefined)?.key;
  const showOwn = useEffectEvent(() => virtual.scrollToEnd());
  // When another one was written: one looks at what one sends.
  useEffect(() => {
    if (own !== undefined) showOwn();
  }, [own]);
  useImperativeHandle(goTo, () => toKey, [toKey]);
  return (
    <div className={classes.place}>
      {loadingOlder && (
        <div className={classes.older} role="status" aria-label={t('loadingOlder')}>
          <Loader size="sm" />
        </div>
      )}
      <div
        ref={scroller}
        className={classes.scroller}
        onScroll={look}
        role="log"
        aria-label={t('messages')}
        aria-live="off"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a place that scrolls must be reachable by the keyboard
        tabIndex={0}
      >
        <div className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className={classes.row}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {draw(row)}
              </div>
            );
          })}
        </div>
      </div>
      <EndButton
        atEnd={atEnd && !onLive}
        live={!onLive}
        onClick={onLive ?? toEnd}
        lastInbound={props.lastInbound}
        onAtEnd={props.onAtEnd}
      />
    </div>
  );
}
