import { readAfter } from '@balcao/core/ledger';
import type { Verbs } from './index.ts';
import { time } from './present.ts';

export const ledgerVerbs: Pick<Verbs, 'ledger.read'> = {
  'ledger.read': async (_caller, tx, input) => {
    const { events, cursor, more } = await readAfter(tx, input.after, input.limit);
    return { events: events.map((event) => ({ ...event, at: time(event.at) })), cursor, more };
  },
};
