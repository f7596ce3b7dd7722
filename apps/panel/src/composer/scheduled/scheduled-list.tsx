import { ActionIcon, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRead, useWrite } from '../../api/index.ts';
import { KindPreview } from '../../messages/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { fullTime, Loaded, RowsSkeleton, tell } from '../../ui/index.ts';
import classes from '../composer.module.css';
import { dialogTexts } from '../dialog-texts/texts.ts';
import type { Scheduled } from './recurrence-words.ts';

/** What waits to be sent in a conversation, the next one first. */
export function ScheduledList({ conversationId }: { conversationId: string }): ReactNode {
  const t = useTexts(dialogTexts);
  const read = useRead('scheduled.list', { conversationId, state: 'waiting' });
  return (
    <Loaded read={read} skeleton={<RowsSkeleton rows={2} avatar={false} height={48} />}>
      {({ scheduled }) =>
        scheduled.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('nothingWaiting')}
          </Text>
        ) : (
          <ul className={classes.waiting}>
            {scheduled.map((one) => (
              <Waiting key={one.id} scheduled={one} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function Waiting({ scheduled }: { scheduled: Scheduled }): ReactNode {
  const t = useTexts(dialogTexts);
  const language = useLanguage();
  const cancel = useWrite('scheduled.cancel', {
    refreshes: ['scheduled.list'],
    onSuccess: () => tell.done(t('cancelled')),
    onError: (problem) => tell.problem(problem),
  });
  const { content, nextAt, recurrence } = scheduled;
  const words = 'text' in content ? content.text : 'caption' in content ? (content.caption ?? null) : null;
  const kind = content.kind === 'media' ? content.media : content.kind;
  return (
    <li>
      <span>
        <strong>{nextAt === null ? '—' : fullTime(nextAt, language)}</strong>
        {recurrence === null ? null : <small> · {t(`repeats_${recurrence.every}`)}</small>}
        <KindPreview kind={kind} text={words} />
      </span>
      <ActionIcon
        aria-label={t('cancelOne')}
        title={t('cancelOne')}
        loading={cancel.isPending}
        onClick={() => cancel.mutate({ id: scheduled.id })}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </li>
  );
}
