import { listPresences } from '@balcao/core/presence';
import { timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';

export const presenceVerbs: Pick<Verbs, 'presence.list'> = {
  'presence.list': async ({ ctx }, tx) => ({
    members: (await listPresences(ctx, tx)).map(({ lastSeenAt, ...one }) => ({
      ...one,
      lastSeenAt: timeOrNull(lastSeenAt),
    })),
  }),
};
