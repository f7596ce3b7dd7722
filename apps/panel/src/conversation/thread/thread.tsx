import { VisuallyHidden } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { MediaViewerProvider, messageTexts, previewOf } from '../../messages/index.ts';
import { useTexts } from '../../text/index.ts';
import { EmptyState, ErrorState } from '../../ui/index.ts';
import { BotSignsProvider } from '../bot/use-bot-talk.ts';
import type { InboxItem } from '../conversation-view.ts';
import { useDesk } from '../desk/use-desk.ts';
import type { ThreadMessage } from '../feed/thread-pages.ts';
import type { ThreadRow } from '../rows/build-rows.ts';
import { conversationTexts } from '../texts/texts.ts';
import { markShown } from './mark-shown.ts';
import { RowView } from './row-view.tsx';
import { ThreadList } from './thread-list.tsx';
import { ThreadSkeleton } from './thread-skeleton.tsx';
import { useMarkRead } from './use-mark-read.ts';
import { useHighlight, useTalk } from './use-talk.ts';

interface Props {
  readonly ticket: InboxItem;
  /** A message to begin at: found by a search, or quoted. */
  readonly around: string | undefined;
  readonly onAround: (messageId: string | undefined) => void;
  readonly onReply: (message: ThreadMessage) => void;
}

export function Thread({ ticket, around, onAround, onReply }: Props) {
  const t = useTexts(conversationTexts);
  const desk = useDesk();
  const talk = useTalk(ticket, desk, around);
  const { thread, messages, rows, protocols, signs, live, onOlder, onNewer } = talk;
  const [atEnd, setAtEnd] = useState(false);
  const { highlighted, highlight } = useHighlight();
  const goTo = useRef<(key: string) => boolean>(() => false);
  useMarkRead(ticket, desk.me, atEnd && live && thread.data !== undefined);

  const onJump = useCallback(
    (messageId: string) => {
      if (!goTo.current(messageId)) onAround(messageId);
      highlight(messageId);
    },
    [onAround, highlight],
  );
  const shown = thread.data !== undefined;
  useEffect(() => {
    if (around !== undefined && shown) highlight(around);
  }, [around, shown, highlight]);
  useLayoutEffect(() => {
    if (shown) markShown(ticket.conversationId);
  }, [shown, ticket.conversationId]);

  const draw = useCallback(
    (row: ThreadRow) => <RowView {...{ row, desk, protocols, highlighted, onReply, onJump }} />,
    [desk, protocols, highlighted, onReply, onJump],
  );
  const lastInbound = useMemo(() => messages.findLast((message) => message.direction === 'in'), [messages]);

  if (!shown && thread.error) return <ErrorState error={thread.error} onRetry={thread.refetch} />;
  if (!shown) return <ThreadSkeleton />;
  if (rows.length === 0)
    return (
      <EmptyState icon={<IconMessageCircle size={26} stroke={1.6} />} title={t('empty')}>
        {t('emptyText')}
      </EmptyState>
    );
  const found = around === undefined ? undefined : messages.find((message) => message.id === around);
  const startKey = found
    ? (found.clientId ?? found.id)
    : rows.some((row) => row.key === 'unread')
      ? 'unread'
      : undefined;
  return (
    <MediaViewerProvider media={messages}>
      <BotSignsProvider value={signs}>
        <ThreadList
          key={around ?? 'live'}
          rows={rows}
          startKey={startKey}
          loadingOlder={thread.isFetchingNextPage}
          onOlder={onOlder}
          onNewer={onNewer}
          onLive={live ? undefined : () => onAround(undefined)}
          onAtEnd={setAtEnd}
          goTo={goTo}
          draw={draw}
          lastInbound={lastInbound}
        />
      </BotSignsProvider>
      <Announcer last={lastInbound} name={ticket.contact.name ?? ticket.contact.phone ?? t('noName')} />
    </MediaViewerProvider>
  );
}

/** Reads out what came since the talk was opened, for those who do not see it. */
function Announcer({ last, name }: { last: ThreadMessage | undefined; name: string }) {
  const t = useTexts(conversationTexts);
  const words = useTexts(messageTexts);
  const [first] = useState(last?.id);
  const text = last === undefined || last.id === first ? '' : t('cameIn', { name, text: previewOf(last, words).text });
  return (
    <VisuallyHidden aria-live="polite" role="status">
      {text}
    </VisuallyHidden>
  );
}
