import { createStore } from '../../api/index.ts';
import type { InboxItem } from '../conversation-view.ts';

export type DialogKind = 'transfer' | 'snooze' | 'resolve' | 'tags' | 'subject' | 'reset-bot' | 'handoff';

interface OpenDialog {
  readonly kind: DialogKind;
  readonly tickets: readonly InboxItem[];
  readonly after: (() => void) | undefined;
}

export const dialog = createStore<OpenDialog | undefined>(undefined);

/** Asks what an action needs to know, for one ticket or for many; `after` runs when it was done. */
export function openDialog(kind: DialogKind, tickets: readonly InboxItem[], after?: () => void): void {
  if (tickets.length > 0) dialog.set({ kind, tickets, after });
}
