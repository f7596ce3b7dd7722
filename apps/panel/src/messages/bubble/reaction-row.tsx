import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { messageTexts } from '../texts/texts.ts';
import type { ThreadMessage } from '../thread-message.ts';
import classes from './bubble.module.css';
import type { OwnReaction } from './use-react.ts';

/** On the edge of a bubble: the customer's reaction, and ours, which a click takes back. */
export function ReactionRow({ message, own }: { message: ThreadMessage; own: OwnReaction }): ReactNode {
  const t = useTexts(messageTexts);
  const theirs = message.reactions.find((one) => one.by === 'customer')?.emoji;
  const { emoji } = own;
  if (theirs === undefined && emoji === null) return null;
  return (
    <div className={classes.reactions}>
      {theirs === undefined ? null : (
        <span className={classes.reaction} role="img" aria-label={t('reactionOfCustomer', { emoji: theirs })}>
          {theirs}
        </span>
      )}
      {emoji === null ? null : (
        <button
          type="button"
          tabIndex={-1}
          className={classes.reaction}
          data-own
          title={t('takeReactionBack')}
          aria-label={`${t('reactionOfUs', { emoji })}. ${t('takeReactionBack')}`}
          onClick={() => own.react(emoji)}
        >
          {emoji}
        </button>
      )}
    </div>
  );
}
