import { IconForms } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { readAnswers } from '../details/read-details.ts';
import { messageTexts } from '../texts/texts.ts';
import type { ThreadMessage } from '../thread-message.ts';
import classes from './body.module.css';
import { TextBody } from './text-body.tsx';

/** A form that the customer filled in. */
export function AnswersBody({ message }: { message: ThreadMessage }): ReactNode {
  const t = useTexts(messageTexts);
  const answers = readAnswers(message.content);
  return (
    <>
      <small className={classes.kicker}>
        <IconForms size={14} aria-hidden /> {t('form')}
      </small>
      {answers.length === 0 && message.text ? <TextBody text={message.text} /> : null}
      <dl className={classes.answers}>
        {answers.map(({ label, value }, n) => (
          // oxlint-disable-next-line react/no-array-index-key -- two answers may have one label
          <div key={n}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
