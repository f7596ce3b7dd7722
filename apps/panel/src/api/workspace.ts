import { createStore, useStore } from './store.ts';

const KEPT = 'balcao-workspace';
const keptIn = (storage: Storage) => storage.getItem(KEPT) ?? undefined;

/** The company this tab works in: each tab keeps its own, a new tab begins with the last one chosen. */
const workspace = createStore<string | undefined>(keptIn(sessionStorage) ?? keptIn(localStorage));

export const currentWorkspace = (): string | undefined => workspace.get();
export const useWorkspaceId = (): string | undefined => useStore(workspace);

/** For the page that is loaded next; this one goes on as it is. */
export function rememberWorkspace(id: string | undefined): void {
  for (const storage of [sessionStorage, localStorage]) {
    if (id === undefined) storage.removeItem(KEPT);
    else storage.setItem(KEPT, id);
  }
}

export function keepWorkspace(id: string | undefined): void {
  rememberWorkspace(id);
  workspace.set(id);
}
