import { IconAlertCircle, IconCheck, IconChecks, IconClock, IconHelpCircle, IconHourglass } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { messageTexts, type SayMessage } from '../texts/texts.ts';
import type { ThreadMessage } from '../thread-message.ts';
import classes from './bubble.module.css';

type Status = ThreadMessage['status'] | 'sending';

const signs: Readonly<Record<Status, typeof IconCheck>> = {
  sending: IconClock,
  received: IconCheck,
  queued: IconClock,
  unknown: IconHelpCircle,
  accepted: IconCheck,
  held: IconHourglass,
  sent: IconCheck,
  delivered: IconChecks,
  read: IconChecks,
  played: IconChecks,
  failed: IconAlertCircle,
};

/** How far a message of ours has come. */
export function Ticks({ status }: { status: Status }): ReactNode {
  const t = useTexts(messageTexts);
  const Sign = signs[status];
  const word = statusWord(status, t);
  return (
    <span className={classes.ticks} data-status={status} title={word} role="img" aria-label={word}>
      <Sign size={16} stroke={status === 'failed' ? 2.2 : 1.9} aria-hidden />
    </span>
  );
}

/** Every status is the key of its own text. */
export const statusWord = (status: Status, t: SayMessage): string => t(status);
