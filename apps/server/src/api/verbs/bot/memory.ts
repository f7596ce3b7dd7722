import { forgetContact, forgetSome, listAttacks, showMemory } from '@balcao/core/governance';
import { eyesOf } from '../eyes-of.ts';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';

export const memoryVerbs: Pick<Verbs, 'memory.show' | 'memory.erase' | 'bot.attacks'> = {
  'memory.show': async (caller, tx, { contactId }) => ({
    known: (await showMemory(caller.ctx, tx, contactId, eyesOf(caller))).map(({ at, ...one }) => ({
      ...one,
      at: time(at),
    })),
  }),
  'memory.erase': async ({ ctx }, tx, { contactId, ids }) =>
    ids === undefined
      ? await forgetContact(tx, ctx, contactId)
      : await forgetSome(tx, ctx, { contactId, memoryIds: ids }),
  'bot.attacks': async (_caller, tx, { before, limit }) => {
    const attacks = await listAttacks(tx, { before, limit: limit + 1 });
    const page = attacks.slice(0, limit);
    return {
      attacks: page.map(({ at, ...attack }) => ({ ...attack, at: time(at) })),
      next: attacks.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  },
};
