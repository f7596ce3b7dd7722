import { IconCornerDownRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { chosenDescription } from '../details/read-details.ts';
import { RichText } from '../rich-text/rich-text.tsx';
import { messageTexts } from '../texts/texts.ts';
import type { ThreadMessage } from '../thread-message.ts';
import classes from './body.module.css';

/** The button or the row that the customer tapped. */
export function ChoiceBody({ message }: { message: ThreadMessage }): ReactNode {
  const t = useTexts(messageTexts);
  const description = chosenDescription(message.content);
  return (
    <>
      <small className={classes.kicker}>
        <IconCornerDownRight size={14} aria-hidden /> {t('chose')}
      </small>
      <RichText text={message.text ?? '—'} />
      {description === undefined ? null : <small className={classes.footer}>{description}</small>}
    </>
  );
}
