import { Popover, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { useClock } from '../clock.ts';
import { RichText } from '../rich-text/rich-text.tsx';
import { messageTexts } from '../texts/texts.ts';
import type { PendingState, ThreadMessage } from '../thread-message.ts';
import classes from './bubble.module.css';
import { Ticks } from './ticks.tsx';

/** In the corner of a bubble: edited, when, and how far it came. */
export function MessageMeta({
  message,
  pending,
}: {
  message: ThreadMessage;
  pending?: PendingState | undefined;
}): ReactNode {
  const clock = useClock();
  const status = pending ? (pending.state === 'failed' ? 'failed' : 'sending') : message.status;
  return (
    <span className={classes.meta}>
      {message.editedAt === null ? null : <Edited message={message} />}
      <time dateTime={message.at} title={clock(message.at, 'moment')}>
        {clock(message.at, 'time')}
      </time>
      {message.direction === 'out' ? <Ticks status={status} /> : null}
    </span>
  );
}

/** "editada", and on a click what stood there before. */
function Edited({ message }: { message: ThreadMessage }): ReactNode {
  const t = useTexts(messageTexts);
  const clock = useClock();
  if (message.edits.length === 0) return <span>{t('edited')}</span>;
  return (
    <Popover width={320} withArrow position="top">
      <Popover.Target>
        <UnstyledButton className={classes.edited ?? ''} tabIndex={-1}>
          {t('edited')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.edits ?? ''}>
        <strong>{t('editedTitle')}</strong>
        {message.edits.map((edit) => (
          <div key={edit.at}>
            <time dateTime={edit.at}>{clock(edit.at, 'moment')}</time>
            {edit.text === null ? <em>{t('editedEmpty')}</em> : <RichText text={edit.text} />}
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
