import { createStore, currentWorkspace } from '../api/index.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';
import { owner } from './owner.ts';

const stores = new Map<string, DraftStore>();
/** Moves on with every change of what is unsent: lists look again. */
export const changes = createStore(0);

/** One store for each person and company of this browser. */
export function draftStore(): DraftStore {
  const name = `balcao-drafts-${owner()}-${currentWorkspace() ?? ''}`;
  const known = stores.get(name);
  if (known) return known;
  const store = createDraftStore(localStorage, name, Date.now);
  const told: DraftStore = {
    ...store,
    set(conversationId, draft) {
      store.set(conversationId, draft);
      changes.set((now) => now + 1);
    },
  };
  stores.set(name, told);
  return told;
}
