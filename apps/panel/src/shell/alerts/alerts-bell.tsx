import { Popover, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { refresh, useRead, useWrite } from '../../api/index.ts';
import { useAnyDeskEvent } from '../../realtime/index.ts';
import { useMember } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { RailButton } from '../rail/rail-button.tsx';
import { shellTexts } from '../texts/texts.ts';
import { isForMe } from './is-for-me.ts';

const load = async () => ({ default: (await import('./alerts-list.tsx')).AlertsList });
const List = lazy(load);

/** The bell: who asked for me, and what of mine did not go. The server keeps it: it is the same on every screen of mine. */
export function AlertsBell() {
  const t = useTexts(shellTexts);
  const { memberId } = useMember();
  const [opened, setOpened] = useState(false);
  // On a telephone the rail lies under the page.
  const below = useMediaQuery('(max-width: 48em)');
  const newest = useRead('notifications.list', { limit: 30 });
  const unread = newest.data?.unread ?? 0;
  useAnyDeskEvent((event) => {
    if (isForMe(event, memberId)) void refresh('notifications.list');
  });
  useReadWithTicket(newest.data?.notifications ?? []);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position={below ? 'top-end' : 'right-end'}
      width="min(21.25rem, calc(100vw - 1rem))"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <RailButton
          label={unread > 0 ? `${t('alerts')}: ${t('alertsUnread', { count: unread })}` : t('alerts')}
          onClick={() => setOpened(!opened)}
          onPointerEnter={() => void load()}
          icon={IconBell}
          count={unread}
        />
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('alerts')}>
        <Suspense fallback={<Skeleton height={240} />}>
          <List onDone={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Whoever looks at the ticket has seen what was told about it. */
function useReadWithTicket(
  told: readonly { readonly ticketId: string | null; readonly readAt: string | null }[],
): void {
  const { ticketId } = useParams({ strict: false });
  const { mutate } = useWrite('notifications.read', { refreshes: ['notifications.list'] });
  const waits = ticketId !== undefined && told.some((one) => one.ticketId === ticketId && one.readAt === null);
  useEffect(() => {
    if (waits) mutate({ ticketId });
  }, [waits, ticketId, mutate]);
}
