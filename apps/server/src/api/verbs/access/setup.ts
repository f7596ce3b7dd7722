import { createOwner, isWelcome } from '@balcao/core/access';
import type { Verbs } from '../verb.ts';
import { enter, fromOf } from './enter.ts';

export const setupVerbs: Pick<Verbs, 'setup.show' | 'setup.create-owner'> = {
  'setup.show': async ({ ctx }, { token }) => ({ good: await isWelcome(ctx, token) }),
  'setup.create-owner': async (visit, input) => {
    const { personId, workspaceId, session } = await createOwner(visit.ctx, input, fromOf(visit));
    await enter(visit, session);
    return { personId, workspaceId };
  },
};
