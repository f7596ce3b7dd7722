import { useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { tell } from '../../ui/index.ts';
import { messageTexts } from '../texts/texts.ts';
import type { ThreadMessage } from '../thread-message.ts';

export interface OwnReaction {
  /** Ours, as it is or is about to be; null: none. */
  readonly emoji: string | null;
  /** The same emoji again takes it back. */
  react(emoji: string): void;
}

/** Our reaction to a message: shown at once, taken back with the reason when it does not go. */
export function useReact(message: ThreadMessage): OwnReaction {
  const t = useTexts(messageTexts);
  const stored = message.reactions.find((one) => one.by === 'business')?.emoji ?? null;
  // A guess over what was stored when it was made: the server's next word ends it.
  const [wanted, setWanted] = useState<{ readonly over: string | null; readonly emoji: string | null } | undefined>(
    undefined,
  );
  const write = useWrite('messages.react', {
    onError(problem) {
      setWanted(undefined);
      tell.problem(problem, t('reactionFailed'));
    },
  });
  const emoji = wanted !== undefined && wanted.over === stored ? wanted.emoji : stored;
  return {
    emoji,
    react(chosen) {
      const next = chosen === emoji ? null : chosen;
      setWanted({ over: stored, emoji: next });
      write.mutate({ messageId: message.id, emoji: next });
    },
  };
}
