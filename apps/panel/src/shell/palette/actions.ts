import { useEffect, useEffectEvent } from 'react';
import { createStore } from '../../api/index.ts';

/*
 * What can be done now, by name: in the command palette (Ctrl-K), in the help (?) and by its keys. A page registers its own while shown:
 *   useActions([{ id: 'ticket.claim', label: t('claim'), group: t('ticket'), keys: 'a', run: claim }]);
 * `keys`: one letter ('e'), with shift ('?'), with mod for Ctrl or ⌘ ('mod+enter'), or a sequence ('g i'). Letters wait while somebody types.
 */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly keys?: string;
  /** More words by which it is found. */
  readonly also?: string;
  readonly run: () => void;
}

const registered = createStore<readonly (readonly Action[])[]>([]);
export const actionsStore = registered;

export const allActions = (): readonly Action[] => registered.get().flat();

export function useActions(actions: readonly Action[], enabled = true): void {
  const fresh = useEffectEvent((id: string) => actions.find((one) => one.id === id)?.run());
  // Only a change in what is offered registers again; what it runs is always today's.
  const shape = JSON.stringify(actions.map(({ id, label, group, keys, also }) => [id, label, group, keys, also]));
  const listed = useEffectEvent(() => actions.map((one) => ({ ...one, run: () => fresh(one.id) })));
  useEffect(() => {
    if (!enabled) return undefined;
    const mine = listed();
    registered.set((now) => [...now, mine]);
    return () => registered.set((now) => now.filter((one) => one !== mine));
  }, [shape, enabled]);
}
