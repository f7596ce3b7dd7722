import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowsExchange, IconCheck, IconClockPause, IconHandStop, IconRotateClockwise } from '@tabler/icons-react';
import { useState } from 'react';
import { useCan } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { actOnTickets } from '../actions/act-on-tickets.ts';
import { possibleActions } from '../actions/possible-actions.ts';
import type { InboxItem } from '../conversation-view.ts';
import { openDialog } from '../dialogs/open-dialog.ts';
import { conversationTexts } from '../texts/texts.ts';
import classes from './header.module.css';
import { MoreMenu } from './more-menu.tsx';

const icon = { size: 20, stroke: 1.7 } as const;
const small = { size: 16, stroke: 1.7 } as const;

/** The next step as a button (claim, resolve, reopen), the common ones as signs, the rest in the menu. */
export function TicketButtons({ ticket, me }: { ticket: InboxItem; me: string }) {
  const t = useTexts(conversationTexts);
  const can = useCan();
  const possible = possibleActions(ticket, me, can);
  const [busy, setBusy] = useState(false);
  const now = async (action: 'claim' | 'reopen') => {
    setBusy(true);
    await actOnTickets([ticket], { do: action });
    setBusy(false);
  };
  const signs = [
    { key: 'transfer', show: possible.transfer, icon: IconArrowsExchange },
    { key: 'snooze', show: possible.snooze, icon: IconClockPause },
  ] as const;
  const folded = (
    <>
      {signs
        .filter(({ show }) => show)
        .map(({ key, icon: Icon }) => (
          <Menu.Item
            key={key}
            className={classes.folded ?? ''}
            leftSection={<Icon {...small} />}
            onClick={() => openDialog(key, [ticket])}
          >
            {t(key)}
          </Menu.Item>
        ))}
      {possible.claim && possible.resolve && (
        <Menu.Item leftSection={<IconCheck {...small} />} onClick={() => openDialog('resolve', [ticket])}>
          {t('resolve')}
        </Menu.Item>
      )}
    </>
  );
  return (
    <div className={classes.actions} role="group" aria-label={t('actions')}>
      {possible.claim && (
        <Button
          size="compact-md"
          loading={busy}
          leftSection={<IconHandStop {...small} />}
          onClick={() => void now('claim')}
        >
          {t('claim')}
        </Button>
      )}
      {!possible.claim && possible.resolve && (
        <Button
          size="compact-md"
          variant="light"
          aria-label={t('resolve')}
          className={classes.step ?? ''}
          leftSection={<IconCheck {...small} />}
          onClick={() => openDialog('resolve', [ticket])}
        >
          <span className={classes.stepWord}>{t('resolve')}</span>
        </Button>
      )}
      {possible.reopen && (
        <Button
          size="compact-md"
          variant="light"
          loading={busy}
          leftSection={<IconRotateClockwise {...small} />}
          onClick={() => void now('reopen')}
        >
          {t('reopen')}
        </Button>
      )}
      {signs
        .filter(({ show }) => show)
        .map(({ key, icon: Icon }) => (
          <Tooltip key={key} label={t(key)}>
            <ActionIcon
              size="lg"
              className={classes.sign ?? ''}
              aria-label={t(key)}
              onClick={() => openDialog(key, [ticket])}
            >
              <Icon {...icon} />
            </ActionIcon>
          </Tooltip>
        ))}
      <MoreMenu ticket={ticket} possible={possible} folded={folded} />
    </div>
  );
}
