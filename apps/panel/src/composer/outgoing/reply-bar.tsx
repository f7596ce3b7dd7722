import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { KindPreview, type ThreadMessage } from '../../messages/index.ts';
import { useTexts } from '../../text/index.ts';
import classes from '../composer.module.css';
import { composerTexts } from '../texts/texts.ts';

/** What the next message will quote. */
export function ReplyBar({
  message,
  customer,
  onClear,
}: {
  message: ThreadMessage;
  customer: string | null;
  onClear(): void;
}): ReactNode {
  const t = useTexts(composerTexts);
  const name = message.direction === 'in' ? (customer ?? t('customer')) : t('us');
  return (
    <div className={classes.reply} data-direction={message.direction}>
      <span className={classes.replyWords}>
        <strong>{t('replyingTo', { name })}</strong>
        <KindPreview kind={message.kind} text={message.text} content={message.content} />
      </span>
      <ActionIcon aria-label={t('stopReply')} onClick={onClear}>
        <IconX size={18} />
      </ActionIcon>
    </div>
  );
}
