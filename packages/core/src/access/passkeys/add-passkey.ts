import { type DbCtx, sql, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { From } from '../log/from.ts';
import { logForPerson } from '../log/log-for-person.ts';
import { checkOwnPassword } from '../people/check-own-password.ts';
import { personById } from '../people/rows.ts';
import type { Session } from '../sessions/find-session.ts';
import { isFresh } from '../sessions/start-session.ts';
import { type OpenedChallenge, openChallenge, takeChallenge } from '../sign-in/challenges.ts';
import { relyingPartyOf } from './relying-party.ts';
import { passkeysOf } from './rows.ts';

const MOST = 20;
/** EdDSA, ES256, RS256: what authenticators have. */
const algorithms = [-8, -7, -257];

export interface AskedPasskey {
  readonly options: Record<string, unknown>;
  readonly challenge: OpenedChallenge;
}

const insert = sql(
  'access/add-passkey',
  `insert into passkeys (id, person_id, name, credential_id, public_key, counter, transports, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing`,
);
const remove = sql('access/remove-passkey', 'delete from passkeys where id = $1 and person_id = $2');

/** A passkey opens the account for good, past password and second factor: a browser left open, or a cookie, is not enough to add one. */
export async function passkeyToAdd(
  ctx: DbCtx,
  session: Session,
  password: string | undefined,
  from: From,
): Promise<AskedPasskey> {
  const { personId } = session;
  if (password !== undefined) await checkOwnPassword(ctx, personId, password, from);
  else if (!isFresh(session, ctx.clock.now()))
    throw new Fault('challenge_over', 'adding a passkey needs the password, or a sign-in of the last five minutes');
  const person = await personById(ctx, personId);
  if (person === undefined) throw new Fault('unauthenticated', 'the person is gone');
  const known = await passkeysOf(ctx, personId);
  if (known.length >= MOST) throw new Fault('over_limit', `a person has at most ${MOST} passkeys`);
  const party = relyingPartyOf(ctx);
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
    userName: person.email,
    userDisplayName: person.name,
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const data = { challenge: options.challenge };
  const challenge = await withIdentity(ctx, (tx) => openChallenge(tx, ctx, 'passkey_add', personId, data));
  return { options: { ...options }, challenge };
}

export async function addPasskey(
  ctx: DbCtx,
  personId: string,
  cookie: string | undefined,
  { name, response }: { readonly name: string; readonly response: Record<string, unknown> },
  from: From,
): Promise<string> {
  const asked = await withIdentity(ctx, (tx) => takeChallenge(tx, ctx, 'passkey_add', cookie));
  if (asked.personId !== personId) throw new Fault('challenge_over', 'this was asked of somebody else');
  const party = relyingPartyOf(ctx);
  const verified = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON, // what it really is, the library finds out
    expectedChallenge: asked.data['challenge'] ?? '',
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    supportedAlgorithmIDs: algorithms,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    throw new Fault('invalid_input', 'the browser’s answer is no passkey of this house', {}, error);
  });
  if (!verified.verified) throw new Fault('invalid_input', 'the browser’s answer does not prove itself');
  const { id: credentialId, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  const id = ctx.ids.uuid();
  await withIdentity(ctx, async (tx) => {
    const key = Buffer.from(publicKey);
    const made = await tx.run(insert, [id, personId, name, credentialId, key, counter, transports, ctx.clock.now()]);
    if (made === 0) throw new Fault('conflict', 'this passkey is known already');
    await logForPerson(tx, ctx, personId, 'passkey.added', from, { passkeyId: id });
  });
  return id;
}

export async function removePasskey(ctx: DbCtx, personId: string, passkeyId: string, from: From): Promise<boolean> {
  return await withIdentity(ctx, async (tx) => {
    if ((await tx.run(remove, [passkeyId, personId])) === 0) return false;
    await logForPerson(tx, ctx, personId, 'passkey.removed', from, { passkeyId });
    return true;
  });
}
