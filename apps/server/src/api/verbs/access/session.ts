import { hasPerson, signIn, signOut } from '@balcao/core/access';
import type { Verbs } from '../verb.ts';
import { enter, fromOf } from './enter.ts';

type Named = 'session.providers' | 'session.sign-in' | 'session.sign-out';

export const sessionVerbs: Pick<Verbs, Named> = {
  'session.providers': async ({ ctx }) => ({
    oidc: ctx.config.oidc === undefined ? null : { name: ctx.config.oidc.name },
    hasOwner: await hasPerson(ctx),
    mail: ctx.config.mail !== undefined,
  }),
  'session.sign-in': async (visit, input) => {
    const answer = await signIn(visit.ctx, input, fromOf(visit));
    if (answer.kind === 'session') return await enter(visit, answer.session);
    visit.cookies.write('challenge', answer.challenge.token, answer.challenge.expiresAt);
    return { next: 'totp' };
  },
  'session.sign-out': async (visit) => {
    if (visit.session !== undefined) await signOut(visit.ctx, visit.session, fromOf(visit));
    visit.cookies.clear('session');
    return { done: true };
  },
};
