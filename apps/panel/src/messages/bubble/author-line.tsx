import { IconApi, IconDeviceMobile, IconHistory, IconRobot, IconSparkles } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { messageTexts, type SayMessage } from '../texts/texts.ts';
import type { ThreadMessage } from '../thread-message.ts';
import classes from './bubble.module.css';

const signs: Partial<Readonly<Record<ThreadMessage['origin'], typeof IconRobot>>> = {
  bot: IconRobot,
  phone_app: IconDeviceMobile,
  meta_agent: IconSparkles,
  api: IconApi,
  import: IconHistory,
};

/** Who spoke for the company: a person by name, the bot, the company's telephone, a program. */
export function AuthorLine({ message, sender }: { message: ThreadMessage; sender: string | null }): ReactNode {
  const t = useTexts(messageTexts);
  const Sign = signs[message.origin];
  return (
    <span className={classes.author} data-origin={message.origin}>
      {Sign ? <Sign size={14} aria-hidden /> : null}
      {authorWord(message, sender, t)}
    </span>
  );
}

export function authorWord({ origin }: Pick<ThreadMessage, 'origin'>, sender: string | null, t: SayMessage): string {
  switch (origin) {
    case 'bot':
      return t('byBot');
    case 'phone_app':
      return t('byPhoneApp');
    case 'meta_agent':
      return t('byMetaAgent');
    case 'api':
      return t('byApi');
    case 'import':
      return t('byImport');
    case 'customer':
      return sender ?? t('customer');
    default:
      return sender ?? t('byPerson');
  }
}
