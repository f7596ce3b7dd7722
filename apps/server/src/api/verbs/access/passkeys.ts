import {
  addPasskey,
  listPasskeys,
  passkeyToAdd,
  passkeyToSignIn,
  removePasskey,
  signInWithPasskey,
} from '@balcao/core/access';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { enter, fromOf } from './enter.ts';

type Named =
  | 'session.passkey-options'
  | 'session.passkey-verify'
  | 'me.passkeys-list'
  | 'me.passkeys-add-options'
  | 'me.passkeys-add'
  | 'me.passkeys-remove';

export const passkeyVerbs: Pick<Verbs, Named> = {
  'session.passkey-options': async ({ ctx, cookies }) => {
    const { options, challenge } = await passkeyToSignIn(ctx);
    cookies.write('challenge', challenge.token, challenge.expiresAt);
    return { options };
  },
  'session.passkey-verify': async (visit, { response }) => {
    const challenge = visit.cookies.read('challenge');
    return await enter(visit, await signInWithPasskey(visit.ctx, challenge, response, fromOf(visit)));
  },
  'me.passkeys-list': async ({ ctx, session }) => ({
    passkeys: (await listPasskeys(ctx, session.personId)).map((one) => ({
      ...one,
      createdAt: time(one.createdAt),
      lastUsedAt: timeOrNull(one.lastUsedAt),
    })),
  }),
  'me.passkeys-add-options': async (visit, { password }) => {
    const { ctx, session, cookies } = visit;
    const { options, challenge } = await passkeyToAdd(ctx, session, password, fromOf(visit));
    cookies.write('challenge', challenge.token, challenge.expiresAt);
    return { options };
  },
  'me.passkeys-add': async (visit, input) => {
    const challenge = visit.cookies.read('challenge');
    const passkeyId = await addPasskey(visit.ctx, visit.session.personId, challenge, input, fromOf(visit));
    visit.cookies.clear('challenge');
    return { passkeyId };
  },
  'me.passkeys-remove': async (visit, { passkeyId }) => ({
    changed: await removePasskey(visit.ctx, visit.session.personId, passkeyId, fromOf(visit)),
  }),
};
