import { Anchor } from '@mantine/core';
import { IconArrowForwardUp, IconSpeakerphone, IconTrash } from '@tabler/icons-react';
import { memo, type ReactNode, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { MessageBody } from '../body/message-body.tsx';
import { noticeWords } from '../body/notice-words.ts';
import { readReferral, wasForwarded } from '../details/read-details.ts';
import { messageTexts } from '../texts/texts.ts';
import type { PendingState, ThreadMessage } from '../thread-message.ts';
import { AuthorLine } from './author-line.tsx';
import classes from './bubble.module.css';
import { BubbleActions } from './bubble-actions.tsx';
import { FailureLine } from './failure-line.tsx';
import { frameOf } from './frame-of.ts';
import { MessageMeta } from './message-meta.tsx';
import { QuoteBox } from './quote-box.tsx';
import { ReactionRow } from './reaction-row.tsx';
import { useReact } from './use-react.ts';

export interface MessageBubbleProps {
  readonly message: ThreadMessage;
  /** Its place among bubbles of the same author, one after the other. */
  readonly first: boolean;
  readonly last: boolean;
  /** The name of the person who wrote it. */
  readonly sender: string | null;
  /** A message that the server does not have yet. */
  readonly pending?: PendingState | undefined;
  /** Just jumped to. */
  readonly highlighted?: boolean | undefined;
  readonly nameOf?: ((memberId: string) => string | null) | undefined;
  readonly onReply?: ((message: ThreadMessage) => void) | undefined;
  readonly onJump?: ((messageId: string) => void) | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly onDiscard?: (() => void) | undefined;
  readonly onCancel?: (() => void) | undefined;
}

/** One message of a thread, with everything that belongs to it. */
export const MessageBubble = memo(function MessageBubble(props: MessageBubbleProps): ReactNode {
  const { message, first, last, pending, highlighted } = props;
  const t = useTexts(messageTexts);
  const own = useReact(message);
  // It stands on the message that it is about; only one that did not go has something to say.
  if (message.kind === 'reaction' && message.status !== 'failed') return null;
  if (message.kind === 'system') {
    return (
      <div className={classes.system} data-message={message.id}>
        <span>{noticeWords(message, t)}</span>
      </div>
    );
  }
  return (
    <article
      className={classes.row}
      data-side={message.direction}
      data-message={message.id}
      data-highlighted={highlighted || undefined}
      data-first={first || undefined}
      data-last={last || undefined}
    >
      <div className={classes.line}>
        <div
          className={classes.bubble}
          data-frame={frameOf(message)}
          data-origin={message.origin}
          data-pending={pending?.state}
        >
          <Inside {...props} />
          <MessageMeta message={message} pending={pending} />
        </div>
        {pending ? null : <BubbleActions message={message} own={own} onReply={props.onReply} />}
      </div>
      <ReactionRow message={message} own={own} />
      <FailureLine message={message} pending={pending} onRetry={props.onRetry} onDiscard={props.onDiscard} />
    </article>
  );
});

function Inside({ message, first, sender, pending, nameOf, onJump, onCancel }: MessageBubbleProps): ReactNode {
  const t = useTexts(messageTexts);
  const [opened, setOpened] = useState(false);
  const revoked = message.revokedAt !== null;
  const referral = readReferral(message.content);
  return (
    <>
      {first && message.direction === 'out' ? <AuthorLine message={message} sender={sender} /> : null}
      {wasForwarded(message.content) ? (
        <span className={classes.note}>
          <IconArrowForwardUp size={14} aria-hidden /> {t('forwarded')}
        </span>
      ) : null}
      {referral ? (
        <span className={classes.note}>
          <IconSpeakerphone size={14} aria-hidden />
          <span>
            {t('fromAd')}
            {referral.headline === undefined ? null : `: ${referral.headline}`}
          </span>
        </span>
      ) : null}
      {message.quote === null ? null : <QuoteBox quote={message.quote} nameOf={nameOf} onJump={onJump} />}
      {revoked ? (
        <span className={classes.note}>
          <IconTrash size={14} aria-hidden />
          {t(message.direction === 'in' ? 'revokedIn' : 'revokedOut')}
          <Anchor component="button" type="button" size="xs" onClick={() => setOpened(!opened)}>
            {t(opened ? 'hideRevoked' : 'showRevoked')}
          </Anchor>
        </span>
      ) : null}
      {revoked && !opened ? null : (
        <div className={classes.body} data-revoked={revoked || undefined}>
          <MessageBody message={message} pending={pending} onCancel={onCancel} />
        </div>
      )}
    </>
  );
}
