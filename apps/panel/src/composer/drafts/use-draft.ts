import { useEffect, useEffectEvent, useState } from 'react';
import { type Draft, draftStore } from '../../unsent/index.ts';

const SAVED_AFTER_MS = 300;

/** What is being written in a conversation; kept while one writes, when one leaves, and when the page goes. */
export function useDraft(conversationId: string): readonly [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(() => draftStore().get(conversationId));
  const save = useEffectEvent(() => draftStore().set(conversationId, draft));
  useEffect(() => {
    const timer = setTimeout(() => draftStore().set(conversationId, draft), SAVED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [conversationId, draft]);
  useEffect(() => {
    const now = () => save();
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, []);
  return [draft, (change) => setDraft((now) => ({ ...now, ...change }))];
}
