import { readAfter } from '@balcao/core/ledger';
import { time } from './present.ts';
import type { Verbs } from './verb.ts';
import { visibleOf } from './visible.ts';

export const ledgerVerbs: Pick<Verbs, 'ledger.read'> = {
  'ledger.read': async (caller, tx, input) => {
    const { events: all, cursor, more } = await readAfter(tx, input.after, input.limit);
    const talks = [...new Set(all.flatMap(({ conversationId }) => conversationId ?? []))];
    const visible = new Set(await visibleOf(caller, tx, talks));
    // As on the socket: what happens in a talk is for those who may see the talk. The cursor goes on over what is left out.
    const events = all.filter(({ conversationId }) => conversationId === null || visible.has(conversationId));
    return { events: events.map((event) => ({ ...event, at: time(event.at) })), cursor, more };
  },
};
