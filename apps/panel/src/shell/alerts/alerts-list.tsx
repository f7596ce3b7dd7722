import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import {
  IconAt,
  IconBell,
  IconClockExclamation,
  IconMessageExclamation,
  IconTransfer,
  IconUserCheck,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type Output, useReadPages, useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { EmptyState, Loaded, RelativeTime, RowsSkeleton } from '../../ui/index.ts';
import classes from './alerts.module.css';
import { alertsTexts } from './texts/texts.ts';

type Notification = Output<'notifications.list'>['notifications'][number];

const iconOf: Readonly<Record<Notification['kind'], TablerIcon>> = {
  assigned: IconUserCheck,
  mention: IconAt,
  transferred: IconTransfer,
  message_failed: IconMessageExclamation,
  scheduled_failed: IconClockExclamation,
};

/** What the bell holds; fetched with its first opening. */
export function AlertsList({ onDone }: { onDone: () => void }) {
  const t = useTexts(alertsTexts);
  const pages = useReadPages('notifications.list', { limit: 30 });
  const read = useWrite('notifications.read', { refreshes: ['notifications.list'] });
  return (
    <>
      <Group className={classes.head ?? ''} justify="space-between">
        <Text fw={600}>{t('title')}</Text>
        {(pages.data?.pages[0]?.unread ?? 0) > 0 && (
          <Button variant="subtle" size="compact-sm" loading={read.isPending} onClick={() => read.mutate({})}>
            {t('readAll')}
          </Button>
        )}
      </Group>
      <Loaded read={pages} skeleton={<RowsSkeleton rows={4} avatar={false} />}>
        {({ pages: all }) => {
          const told = all.flatMap(({ notifications }) => notifications);
          if (told.length === 0)
            return (
              <EmptyState icon={<IconBell size={24} stroke={1.6} />} title={t('empty')}>
                {t('emptyText')}
              </EmptyState>
            );
          return (
            <div className={classes.list}>
              {told.map((one) => (
                <Row
                  key={one.id}
                  told={one}
                  onOpen={() => {
                    if (one.readAt === null) read.mutate({ ids: [one.id] });
                    onDone();
                  }}
                />
              ))}
              {pages.hasNextPage && (
                <Button
                  variant="subtle"
                  fullWidth
                  loading={pages.isFetchingNextPage}
                  onClick={() => void pages.fetchNextPage()}
                >
                  {t('more')}
                </Button>
              )}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

function Row({ told, onOpen }: { told: Notification; onOpen: () => void }) {
  const t = useTexts(alertsTexts);
  const Icon = iconOf[told.kind];
  const { ticketId, messageId } = told;
  const search = messageId === null ? {} : { message: messageId };
  return (
    <UnstyledButton
      className={classes.row ?? ''}
      data-new={told.readAt === null || undefined}
      renderRoot={(props) =>
        ticketId === null ? (
          <Link to="/inbox" {...props} />
        ) : (
          <Link to="/inbox/$ticketId" params={{ ticketId }} search={search} {...props} />
        )
      }
      onClick={onOpen}
    >
      <Icon size={20} stroke={1.6} />
      <div className={classes.words}>
        <Text size="sm">{t(told.kind, { who: told.contactName ?? told.protocol ?? t('somebody') })}</Text>
        <Text size="xs" c="dimmed">
          {told.byName !== null && `${t('by', { name: told.byName })} · `}
          <RelativeTime at={told.at} />
        </Text>
      </div>
      {told.readAt === null && <span className={classes.dot} role="img" aria-label={t('unread')} />}
    </UnstyledButton>
  );
}
