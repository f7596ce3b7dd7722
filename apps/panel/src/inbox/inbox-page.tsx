import { Button } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconInbox, IconMessages } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useRef, useState } from 'react';
import { useRead } from '../api/index.ts';
import type { ComposerHandle } from '../composer/index.ts';
import { ConversationPane, DetailsPane, TicketDialogs, useTicket } from '../conversation/index.ts';
import { useTexts } from '../text/index.ts';
import { EmptyState } from '../ui/index.ts';
import { useInboxFeed } from './feed/use-inbox-feed.ts';
import { useInboxKeys } from './keys/use-inbox-keys.ts';
import { useTitleBadge } from './keys/use-title-badge.ts';
import { ListPane } from './list/list-pane.tsx';
import { useInboxWork } from './list/use-inbox-work.ts';
import { PaneEdge } from './panes/pane-edge.tsx';
import classes from './panes/panes.module.css';
import { paneLimits, usePaneWidths } from './panes/use-pane-widths.ts';
import { inboxTexts } from './texts/texts.ts';

/** Where attendants live: the list, the talk, and what lies beside it. */
export function InboxPage() {
  const t = useTexts(inboxTexts);
  const navigate = useNavigate();
  const { ticketId } = useParams({ strict: false });
  const search: { message?: unknown } = useSearch({ strict: false });
  const around = typeof search.message === 'string' ? search.message : undefined;
  const open = useCallback(
    (next: string, messageId?: string) =>
      void navigate({
        to: '/inbox/$ticketId',
        params: { ticketId: next },
        search: (messageId === undefined ? {} : { message: messageId }) as never, // read above, whatever it is
      }),
    [navigate],
  );
  const work = useInboxWork(ticketId, open);
  useInboxFeed();
  const counts = useRead('inbox.counts', {}, { staleTime: 20_000 }).data;
  useTitleBadge(t('title'), counts?.mineUnread ?? 0);

  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  const wide = useMediaQuery('(min-width: 75.01em)') ?? true;
  const [widths, setWidth] = usePaneWidths();
  const [pinned, setPinned] = useLocalStorage({
    key: 'balcao-inbox-details',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const [over, setOver] = useState(false);
  const detailsOpen = wide ? pinned : over;
  const toggleDetails = () => (wide ? setPinned(!pinned) : setOver(!over));

  const listed =
    work.list.items.find((item) => item.ticketId === ticketId) ?? work.order.find((item) => item.ticketId === ticketId);
  const { ticket, error } = useTicket(ticketId, listed);
  const composer = useRef<ComposerHandle>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const back = useCallback(() => void navigate({ to: '/inbox' }), [navigate]);
  const onAround = useCallback(
    (messageId: string | undefined) => {
      if (ticketId !== undefined && messageId !== around) open(ticketId, messageId);
    },
    [open, ticketId, around],
  );
  useInboxKeys({ work, ticket, composer, searchBox, onDetails: toggleDetails, onBack: back });

  // The talk is drawn first; what lies beside it follows.
  const beside = useDeferredValue(ticket);
  const details = beside && detailsOpen && (
    <DetailsPane
      key={beside.contactId}
      ticket={beside}
      onClose={toggleDetails}
      onOpenTicket={open}
      onShowMessage={(messageId) => {
        setOver(false);
        onAround(messageId);
      }}
    />
  );
  return (
    <div className={classes.panes}>
      {(!narrow || ticketId === undefined) && (
        <div className={classes.list} style={narrow ? undefined : { width: `${widths.list}rem` }}>
          <ListPane work={work} searchBox={searchBox} />
        </div>
      )}
      {!narrow && (
        <PaneEdge
          label={t('resizeList')}
          width={widths.list}
          limits={paneLimits.list}
          grows="before"
          onWidth={(rem) => setWidth('list', rem)}
        />
      )}
      {(!narrow || ticketId !== undefined) && (
        <div className={classes.talk}>
          {ticket ? (
            <ConversationPane
              key={ticket.conversationId}
              ticket={ticket}
              around={around}
              onAround={onAround}
              onBack={narrow ? back : undefined}
              detailsOpen={detailsOpen}
              onDetails={toggleDetails}
              handle={composer}
            />
          ) : (
            <NoTalk gone={ticketId !== undefined && error !== null} asked={ticketId !== undefined} onBack={back} />
          )}
          {!wide && details && <div className={classes.over}>{details}</div>}
        </div>
      )}
      {wide && details && (
        <>
          <PaneEdge
            label={t('resizeDetails')}
            width={widths.details}
            limits={paneLimits.details}
            grows="after"
            onWidth={(rem) => setWidth('details', rem)}
          />
          <div className={classes.details} style={{ width: `${widths.details}rem` }}>
            {details}
          </div>
        </>
      )}
      <TicketDialogs />
    </div>
  );
}

/** Nothing chosen yet, or what was asked for is not to be seen. */
function NoTalk({ gone, asked, onBack }: { gone: boolean; asked: boolean; onBack: () => void }) {
  const t = useTexts(inboxTexts);
  if (asked && !gone) return <div className={classes.nothing} />;
  return (
    <div className={classes.nothing}>
      {gone ? (
        <EmptyState
          icon={<IconInbox size={26} stroke={1.6} />}
          title={t('ticketGone')}
          action={
            <Button variant="default" onClick={onBack}>
              {t('backToList')}
            </Button>
          }
        >
          {t('ticketGoneText')}
        </EmptyState>
      ) : (
        <EmptyState icon={<IconMessages size={26} stroke={1.6} />} title={t('choose')}>
          {t('chooseText')}
        </EmptyState>
      )}
    </div>
  );
}
