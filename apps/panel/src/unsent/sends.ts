import { changes } from './drafts.ts';
import { createKeptSends, type KeptSend, type KeptSends } from './kept-sends.ts';
import { owner } from './owner.ts';

const stores = new Map<string, KeptSends<unknown>>();

function storeOfOwner(): KeptSends<unknown> {
  const name = `balcao-unsent-${owner()}`;
  let store = stores.get(name);
  if (!store) stores.set(name, (store = createKeptSends(localStorage, name, Date.now)));
  return store;
}

/** Longer than any send takes: the page in which it was under way is gone. */
const UNDER_WAY_MS = 60_000;
const isOver = ({ failed, at }: KeptSend<unknown>) => failed || Date.now() - Date.parse(at) > UNDER_WAY_MS;

let known: { readonly version: number; readonly ids: ReadonlySet<string> } | undefined;

/** Has the conversation something that waits to be tried again? */
export function hasUnsent(conversationId: string): boolean {
  if (known?.version !== changes.get())
    known = {
      version: changes.get(),
      ids: new Set(
        keptSends()
          .filter(isOver)
          .map((one) => one.conversationId),
      ),
    };
  return known.ids.has(conversationId);
}

export const keptSends = (): readonly KeptSend<unknown>[] => storeOfOwner().all();

export function keepSends(mine: readonly KeptSend<unknown>[]): void {
  storeOfOwner().keep(mine);
  changes.set((now) => now + 1);
}
