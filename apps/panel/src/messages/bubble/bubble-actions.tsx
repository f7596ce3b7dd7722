import { ActionIcon, Menu, Popover } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconArrowBackUp, IconCopy, IconDots, IconDownload, IconMoodSmile } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { tell } from '../../ui/index.ts';
import { useClock } from '../clock.ts';
import { downloadMedia } from '../media/link/download-media.ts';
import { messageTexts } from '../texts/texts.ts';
import type { ThreadMessage } from '../thread-message.ts';
import classes from './bubble.module.css';
import { ReactPanel } from './react-panel.tsx';
import { statusWord } from './ticks.tsx';
import type { OwnReaction } from './use-react.ts';

interface BubbleActionsProps {
  readonly message: ThreadMessage;
  readonly own: OwnReaction;
  readonly onReply?: ((message: ThreadMessage) => void) | undefined;
}

/** Beside a bubble, when it is pointed at or focused: react, answer, and the rest. One stop of the Tab key. */
export function BubbleActions({ message, own, onReply }: BubbleActionsProps): ReactNode {
  const t = useTexts(messageTexts);
  const clipboard = useClipboard();
  const [reacting, setReacting] = useState(false);
  const canReact = message.providerId !== null && message.revokedAt === null && message.kind !== 'system';
  const copy = () => {
    clipboard.copy(message.text ?? '');
    tell.done(t('copied'));
  };
  return (
    <div className={classes.actions} data-open={reacting || undefined}>
      {canReact ? (
        <Popover opened={reacting} onChange={setReacting} position="top" trapFocus returnFocus withinPortal>
          <Popover.Target>
            <ActionIcon
              radius="xl"
              tabIndex={-1}
              className={classes.pointerReact ?? ''}
              aria-label={t('react')}
              title={t('react')}
              onClick={() => setReacting(!reacting)}
            >
              <IconMoodSmile size={18} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown p={4}>
            <ReactPanel own={own} onDone={() => setReacting(false)} />
          </Popover.Dropdown>
        </Popover>
      ) : null}
      {onReply ? (
        <ActionIcon
          radius="xl"
          tabIndex={-1}
          className={classes.pointerOnly ?? ''}
          aria-label={t('reply')}
          title={t('reply')}
          onClick={() => onReply(message)}
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon radius="xl" aria-label={t('actions')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {onReply ? (
            <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => onReply(message)}>
              {t('reply')}
            </Menu.Item>
          ) : null}
          {canReact ? (
            <Menu.Item leftSection={<IconMoodSmile size={16} />} onClick={() => setReacting(true)}>
              {t('react')}
            </Menu.Item>
          ) : null}
          {message.text ? (
            <Menu.Item leftSection={<IconCopy size={16} />} onClick={copy}>
              {t('copy')}
            </Menu.Item>
          ) : null}
          {message.media?.state === 'stored' ? (
            <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => void downloadMedia(message.media)}>
              {t('download')}
            </Menu.Item>
          ) : null}
          <Walk message={message} />
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** When it was sent, delivered, read and played. */
function Walk({ message }: { message: ThreadMessage }): ReactNode {
  const t = useTexts(messageTexts);
  const clock = useClock();
  if (message.direction === 'in') return null;
  const { sentAt, deliveredAt, readAt, playedAt, failedAt } = message;
  const steps = [
    ['sent', sentAt],
    ['delivered', deliveredAt],
    ['read', readAt],
    ['played', playedAt],
    ['failed', failedAt],
  ] as const;
  const known = steps.filter(([, at]) => at !== null);
  if (known.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('details')}</Menu.Label>
      <dl className={classes.walk}>
        {known.map(([status, at]) => (
          <div key={status}>
            <dt>{statusWord(status, t)}</dt>
            <dd>{clock(at ?? '', 'moment')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
