import { useEffect, useState } from 'react';
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
  const [wanted, setWanted] = useState<string | null | undefined>(undefined);
  const write = useWrite('messages.react', {
    onError(problem) {
      setWanted(undefined);
      tell.problem(problem, t('reactionFailed'));
    },
  });
  // The server's word ends the guess.
  useEffect(() => setWanted(undefined), [stored]);
  const emoji = wanted === undefined ? stored : wanted;
  return {
    emoji,
    react(chosen) {
      const next = chosen === emoji ? null : chosen;
      setWanted(next);
      write.mutate({ messageId: message.id, emoji: next });
    },
  };
}
