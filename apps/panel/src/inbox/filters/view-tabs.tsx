import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconCircleCheck,
  IconClockPause,
  IconDotsVertical,
  IconLayoutList,
  IconRobot,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useRead, useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { ConfirmDialog } from '../../ui/index.ts';
import type { InboxQuestion, SavedView } from '../feed/inbox-question.ts';
import { inboxTexts } from '../texts/texts.ts';
import classes from './filters.module.css';

const first = ['mine', 'unassigned', 'all'] as const;
const others = [
  ['triage', IconRobot],
  ['snoozed', IconClockPause],
  ['resolved', IconCircleCheck],
] as const;
const icon = { size: 16, stroke: 1.7 } as const;

/** 1000 stands for more than 999. */
const countWords = (count: number | undefined) => (count === undefined ? '' : count >= 1000 ? '999+' : String(count));

interface Props {
  readonly question: InboxQuestion;
  readonly onAsk: (question: InboxQuestion) => void;
}

/** Where one looks: mine, the queue, all; and in the menu everything else, with the saved views. */
export function ViewTabs({ question, onAsk }: Props) {
  const t = useTexts(inboxTexts);
  const counts = useRead('inbox.counts', {}, { staleTime: 20_000 }).data;
  const views = useRead('views.list', {}, { staleTime: 5 * 60_000 }).data?.views ?? [];
  const [deleting, setDeleting] = useState<SavedView>();
  const remove = useWrite('views.delete', { refreshes: ['views.list'] });
  const view = question.view ?? 'mine';
  const look = (next: string) => onAsk({ ...question, view: next });
  const saved = views.find((one) => one.id === view);
  const elsewhere = others.find(([name]) => name === view);
  return (
    <div className={classes.views}>
      <div className={classes.tabs} role="tablist" aria-label={t('views')}>
        {first.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={view === name}
            className={classes.tab}
            onClick={() => look(name)}
          >
            {t(name)}
            {(counts?.[name] ?? 0) > 0 && (
              <span
                className={classes.count}
                data-calls={(name === 'mine' && (counts?.mineUnread ?? 0) > 0) || undefined}
              >
                {countWords(counts?.[name])}
              </span>
            )}
          </button>
        ))}
        {(elsewhere || saved) && (
          <button type="button" role="tab" aria-selected className={classes.tab}>
            {elsewhere ? t(elsewhere[0]) : saved?.name}
          </button>
        )}
      </div>
      <Menu position="bottom-end" width={248}>
        <Menu.Target>
          <Tooltip label={t('moreViews')}>
            <ActionIcon aria-label={t('moreViews')} size="lg">
              <IconDotsVertical size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map(([name, Icon]) => (
            <Menu.Item
              key={name}
              leftSection={<Icon {...icon} />}
              rightSection={
                <span className={classes.menuCount}>{name === 'resolved' ? '' : countWords(counts?.[name])}</span>
              }
              onClick={() => look(name)}
            >
              {t(name)}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Label>{t('savedViews')}</Menu.Label>}
          {views.map((one) => (
            <Menu.Item
              key={one.id}
              leftSection={<IconLayoutList {...icon} />}
              rightSection={one.shared ? <span className={classes.menuCount}>{t('shared')}</span> : undefined}
              onClick={() => look(one.id)}
            >
              {one.name}
            </Menu.Item>
          ))}
          {saved?.mine && (
            <>
              <Menu.Divider />
              <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={() => setDeleting(saved)}>
                {t('deleteView')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={deleting !== undefined}
        onClose={() => setDeleting(undefined)}
        title={t('deleteView')}
        question={t('deleteViewText')}
        yes={t('deleteView')}
        danger
        onConfirm={async () => {
          if (deleting) await remove.mutateAsync({ viewId: deleting.id });
          onAsk({ view: 'mine' });
        }}
      />
    </div>
  );
}
