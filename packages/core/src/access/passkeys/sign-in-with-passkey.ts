import { type DbCtx, sql, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import type { From } from '../log/from.ts';
import { logForPerson } from '../log/log-for-person.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';
import { forgiveAttempts, type Guesser, takeAttempt } from '../sign-in/attempts.ts';
import { openChallenge, takeChallenge } from '../sign-in/challenges.ts';
import { tellRefused } from '../sign-in/sign-in.ts';
import type { AskedPasskey } from './add-passkey.ts';
import { relyingPartyOf } from './relying-party.ts';
import { type KnownPasskey, passkeyByCredential } from './rows.ts';

// A counter that does not grow is a copy of the key; zero is an authenticator that does not count.
const use = sql(
  'access/use-passkey',
  'update passkeys set counter = $2, last_used_at = $3 where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))',
);

/** The browser shows the passkeys it has for this host; nobody says beforehand who signs in. */
export async function passkeyToSignIn(ctx: DbCtx): Promise<AskedPasskey> {
  const party = relyingPartyOf(ctx);
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' });
  const data = { challenge: options.challenge };
  const challenge = await withIdentity(ctx, (tx) => openChallenge(tx, ctx, 'passkey_sign_in', null, data));
  return { options: { ...options }, challenge };
}

/** Possession and the finger or face that unlocked it: no further factor is asked. */
export async function signInWithPasskey(
  ctx: DbCtx,
  cookie: string | undefined,
  response: Record<string, unknown>,
  from: From,
): Promise<StartedSession> {
  const guesser: Guesser = { kind: 'address', name: from.address };
  await takeAttempt(ctx, [guesser]);
  const { data } = await withIdentity(ctx, (tx) => takeChallenge(tx, ctx, 'passkey_sign_in', cookie));
  const passkey = await passkeyByCredential(ctx, String(response['id']).slice(0, 2_000));
  const counter = passkey && (await counterOf(ctx, passkey, data['challenge'] ?? '', response));
  if (passkey === undefined || counter === undefined) {
    if (passkey !== undefined) tellRefused(ctx, passkey.personId, 'passkey', from);
    throw new Fault('wrong_credentials', 'this passkey is not known here, or does not prove itself');
  }
  return await withIdentity(ctx, async (tx) => {
    if ((await tx.run(use, [passkey.id, counter, ctx.clock.now()])) === 0)
      throw new Fault('wrong_credentials', 'this passkey was used elsewhere with the same count');
    await forgiveAttempts(tx, [guesser]);
    await logForPerson(tx, ctx, passkey.personId, 'session.signed-in', from, { method: 'passkey' });
    return await startSession(tx, ctx, passkey.personId, from);
  });
}

async function counterOf(
  ctx: DbCtx,
  passkey: KnownPasskey,
  expectedChallenge: string,
  response: Record<string, unknown>,
): Promise<number | undefined> {
  const party = relyingPartyOf(ctx);
  const credential = {
    id: passkey.credentialId,
    publicKey: new Uint8Array(passkey.publicKey),
    counter: Number(passkey.counter),
    transports: passkey.transports,
  };
  const verified = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON, // what it really is, the library finds out
    expectedChallenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential,
    requireUserVerification: true,
  }).catch(() => undefined);
  return verified?.verified === true ? verified.authenticationInfo.newCounter : undefined;
}
