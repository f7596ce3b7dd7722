import { readAfter } from '@balcao/core/ledger';
import { time } from './present.ts';
import type { Verbs } from './verb.ts';

export const ledgerVerbs: Pick<Verbs, 'ledger.read'> = {
  'ledger.read': async (_caller, tx, input) => {
    const { events, cursor, more } = await readAfter(tx, input.after, input.limit);
    return { events: events.map((event) => ({ ...event, at: time(event.at) })), cursor, more };
  },
};
