import { useEffect, useEffectEvent, useState } from 'react';
import { currentWorkspace } from '../../api/index.ts';
import { createDraftStore, type Draft, type DraftStore } from './draft-store.ts';

const stores = new Map<string, DraftStore>();

/** One store for each company of this browser. */
export function draftStore(): DraftStore {
  const name = `balcao-drafts-${currentWorkspace() ?? ''}`;
  let store = stores.get(name);
  if (!store) stores.set(name, (store = createDraftStore(localStorage, name, Date.now)));
  return store;
}

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
