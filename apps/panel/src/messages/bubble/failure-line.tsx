import { Anchor } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { tell } from '../../ui/index.ts';
import { messageTexts } from '../texts/texts.ts';
import type { PendingState, ThreadMessage } from '../thread-message.ts';
import classes from './bubble.module.css';

interface FailureLineProps {
  readonly message: ThreadMessage;
  readonly pending?: PendingState | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly onDiscard?: (() => void) | undefined;
}

/** Under a message that did not go, or not yet: why, and what to do. */
export function FailureLine({ message, pending, onRetry, onDiscard }: FailureLineProps): ReactNode {
  const t = useTexts(messageTexts);
  const retry = useWrite('messages.retry', {
    refreshes: ['messages.thread'],
    onError: (problem) => tell.problem(problem),
  });
  if (pending?.state === 'failed') {
    return (
      <Line why={pending.problem ?? t('failedPlain')}>
        <Act label={t('retry')} onClick={onRetry} />
        <Act label={t('discard')} onClick={onDiscard} />
      </Line>
    );
  }
  if (pending || message.direction === 'in') return null;
  if (message.status !== 'failed') {
    return message.problem === null ? null : <Line why={message.problem.text} mild />;
  }
  return (
    <Line why={message.problem?.text ?? t('failedPlain')}>
      {message.retriedBy === null ? (
        <Act label={t('retry')} busy={retry.isPending} onClick={() => retry.mutate({ messageId: message.id })} />
      ) : (
        <span>{t('retried')}</span>
      )}
    </Line>
  );
}

function Line({ why, mild = false, children }: { why: string; mild?: boolean; children?: ReactNode }): ReactNode {
  return (
    <div className={classes.failure} data-mild={mild || undefined} role={mild ? 'note' : 'alert'}>
      <span>
        {mild ? null : <IconAlertCircle size={15} aria-hidden />}
        {why}
      </span>
      {children ? <span className={classes.acts}>{children}</span> : null}
    </div>
  );
}

function Act({
  label,
  busy = false,
  onClick,
}: {
  label: string;
  busy?: boolean;
  onClick: (() => void) | undefined;
}): ReactNode {
  if (!onClick) return null;
  return (
    <Anchor component="button" type="button" size="xs" fw={600} disabled={busy} onClick={onClick}>
      {label}
    </Anchor>
  );
}
