import { useSyncExternalStore } from 'react';
import { changes, draftStore } from './drafts.ts';
import { hasUnsent } from './sends.ts';

type Unsent = 'failed' | `draft ${string}`;

/** What a list says of a conversation: a message that did not go, or one that was begun. The words of a draft come with it. */
export function useUnsent(conversationId: string): Unsent | undefined {
  return useSyncExternalStore<Unsent | undefined>(changes.subscribe, () => {
    if (hasUnsent(conversationId)) return 'failed';
    const { text } = draftStore().get(conversationId);
    return text.trim() === '' ? undefined : `draft ${text.slice(0, 160)}`;
  });
}
