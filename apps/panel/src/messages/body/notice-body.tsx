import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { messageTexts } from '../texts/texts.ts';
import type { ThreadMessage } from '../thread-message.ts';
import classes from './body.module.css';
import { noticeWords } from './notice-words.ts';

export function NoticeBody({ message }: { message: ThreadMessage }): ReactNode {
  const t = useTexts(messageTexts);
  return (
    <p className={classes.notice}>
      <IconInfoCircle size={16} aria-hidden /> <span>{noticeWords(message, t)}</span>
    </p>
  );
}
