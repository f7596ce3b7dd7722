import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconCheck,
  IconClockPause,
  IconHandStop,
  IconRotateClockwise,
  IconTag,
  IconX,
} from '@tabler/icons-react';
import { actOnTickets, openDialog } from '../../conversation/index.ts';
import { useTexts } from '../../text/index.ts';
import type { InboxItem } from '../feed/inbox-question.ts';
import { inboxTexts } from '../texts/texts.ts';
import classes from './list.module.css';

interface Props {
  readonly items: readonly InboxItem[];
  readonly onAll: () => void;
  readonly onNone: () => void;
}

/** What can be done to all that are marked at once. */
export function BulkBar({ items, onAll, onNone }: Props) {
  const t = useTexts(inboxTexts);
  const resolved = items.every((item) => item.status === 'resolved');
  const now = (action: 'claim' | 'release' | 'reopen') => () =>
    void actOnTickets(items, { do: action }).then((done) => done && onNone());
  const ask = (kind: 'transfer' | 'snooze' | 'resolve' | 'tags') => () => openDialog(kind, items, onNone);
  const actions = resolved
    ? ([['reopen', IconRotateClockwise, now('reopen')]] as const)
    : ([
        ['claim', IconHandStop, now('claim')],
        ['transfer', IconArrowsExchange, ask('transfer')],
        ['snooze', IconClockPause, ask('snooze')],
        ['tags', IconTag, ask('tags')],
        ['release', IconArrowBackUp, now('release')],
        ['resolve', IconCheck, ask('resolve')],
      ] as const);
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('bulk')}>
      <div className={classes.bulkHead}>
        <span className={classes.bulkCount} role="status">
          {t('marked', { count: items.length })}
        </span>
        <Button size="compact-sm" variant="subtle" onClick={onAll}>
          {t('markAll')}
        </Button>
        <Tooltip label={t('unmarkAll')}>
          <ActionIcon aria-label={t('unmarkAll')} onClick={onNone}>
            <IconX size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
      {actions.map(([name, Icon, run]) => (
        <Tooltip key={name} label={t(name)}>
          <ActionIcon size="lg" aria-label={t(name)} onClick={run}>
            <Icon size={20} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
