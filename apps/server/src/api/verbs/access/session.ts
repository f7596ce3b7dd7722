import {
  forgotPassword,
  hasPerson,
  resetPassword,
  signIn,
  signOut,
  startOidc,
  verifySecondFactor,
} from '@balcao/core/access';
import type { Verbs } from '../verb.ts';
import { enter, fromOf } from './enter.ts';

type Named =
  | 'session.providers'
  | 'session.sign-in'
  | 'session.verify-totp'
  | 'session.sign-out'
  | 'session.oidc-start'
  | 'session.forgot-password'
  | 'session.reset-password';

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
  'session.verify-totp': async (visit, input) => {
    const challenge = visit.cookies.read('challenge');
    return await enter(visit, await verifySecondFactor(visit.ctx, challenge, input, fromOf(visit)));
  },
  'session.oidc-start': async ({ ctx, cookies }) => {
    const { url, challenge } = await startOidc(ctx);
    cookies.write('challenge', challenge.token, challenge.expiresAt);
    return { url };
  },
  'session.forgot-password': async (visit, { email }) => {
    await forgotPassword(visit.ctx, email, fromOf(visit));
    return { done: true };
  },
  'session.reset-password': async (visit, input) => {
    await resetPassword(visit.ctx, input, fromOf(visit));
    return { done: true };
  },
  'session.sign-out': async (visit) => {
    if (visit.session !== undefined) await signOut(visit.ctx, visit.session, fromOf(visit));
    visit.cookies.clear('session');
    return { done: true };
  },
};
