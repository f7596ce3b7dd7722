import { setWishes, siteKeys, subscribe, unsubscribe, wishesOf } from '@balcao/core/push';
import { Fault } from '@balcao/kernel';
import type { Caller } from '../../api-parts.ts';
import type { Verbs } from '../verb.ts';

function person({ by }: Caller) {
  if (by.kind === 'member') return by;
  throw new Fault('forbidden', 'only people are notified; an API key follows the socket or reads the ledger');
}

type Named = 'push.key' | 'push.subscribe' | 'push.unsubscribe' | 'push.preferences' | 'push.set-preferences';

export const pushVerbs: Pick<Verbs, Named> = {
  'push.key': async ({ ctx }) => ({ key: (await siteKeys(ctx)).publicKey }),
  'push.subscribe': async (caller, tx, { endpoint, keys, language }) => ({
    subscriptionId: await subscribe(caller.ctx, tx, {
      memberId: person(caller).id,
      sessionId: person(caller).sessionId,
      endpoint,
      keys,
      language: language ?? caller.language,
    }),
  }),
  'push.unsubscribe': async (caller, tx, { endpoint }) => ({
    removed: await unsubscribe(caller.ctx, tx, person(caller).id, endpoint),
  }),
  'push.preferences': async (caller, tx) => await wishesOf(caller.ctx, tx, person(caller).id),
  'push.set-preferences': async (caller, tx, change) => ({
    wishes: await setWishes(caller.ctx, tx, person(caller).id, change),
  }),
};
