import { randomBytes } from 'node:crypto';
import { type DbCtx, identityStatement, sql, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { From } from '../log/from.ts';
import { logForPerson } from '../log/log-for-person.ts';
import { checkOwnPassword } from '../people/check-own-password.ts';
import { personById } from '../people/rows.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import type { Session } from '../sessions/find-session.ts';
import { forgiveAttempts, takeAttempt } from '../sign-in/attempts.ts';
import { dropBackupCodes, renewBackupCodes } from './backup-codes.ts';
import { base32, stepOf, totpUri } from './totp.ts';
import { openTotp, sealTotp } from './totp-secret.ts';

const begin = sql(
  'access/begin-totp',
  'update persons set totp_secret = $2, updated_at = $3 where id = $1 and totp_confirmed_at is null returning 1',
);
const confirm = sql(
  'access/confirm-totp',
  `update persons set totp_confirmed_at = $3, totp_step = $4, updated_at = $3
    where id = $1 and totp_secret = $2 and totp_confirmed_at is null`,
);
const disable = sql(
  'access/disable-totp',
  `update persons set totp_secret = null, totp_confirmed_at = null, totp_step = 0, updated_at = $2
    where id = $1 and totp_secret is not null`,
);

const already = (): Fault => new Fault('conflict', 'the second factor is on already');

/** What the app scans. Asking again before it is confirmed gives another secret. */
export async function enableTotp(
  ctx: DbCtx,
  session: Session,
  password: string,
  from: From,
): Promise<{ uri: string; secret: string }> {
  const person = await checkOwnPassword(ctx, session.personId, password, from);
  const secret = randomBytes(20);
  const sealed = sealTotp(ctx.keys, person.id, secret);
  if ((await identityStatement(ctx, begin, [person.id, sealed, ctx.clock.now()])).length === 0) throw already();
  return { uri: totpUri(secret, person.email), secret: base32(secret) };
}

/** The first code proves that the app has it; from now on it is asked for, and only this session stays. */
export async function confirmTotp(ctx: DbCtx, session: Session, code: string, from: From): Promise<string[]> {
  const { personId, sessionId } = session;
  const guesser = { kind: 'totp', name: personId } as const;
  await takeAttempt(ctx, [guesser]);
  const person = await personById(ctx, personId);
  if (person?.totpSecret === null || person === undefined || person.totpConfirmedAt !== null) throw already();
  const { totpSecret } = person;
  const now = ctx.clock.now();
  const step = stepOf(openTotp(ctx.keys, personId, totpSecret), code, now);
  if (step === undefined) throw new Fault('wrong_code', 'this is not the code of now');
  return await withIdentity(ctx, async (tx) => {
    if ((await tx.run(confirm, [personId, totpSecret, now, step])) === 0) throw already();
    await forgiveAttempts(tx, [guesser]);
    const codes = await renewBackupCodes(tx, personId);
    await endSessions(tx, ctx, personId, sessionId);
    await logForPerson(tx, ctx, personId, 'totp.enabled', from);
    return codes;
  });
}

export async function disableTotp(ctx: DbCtx, session: Session, password: string, from: From): Promise<boolean> {
  const { id } = await checkOwnPassword(ctx, session.personId, password, from);
  return await withIdentity(ctx, async (tx) => {
    if ((await tx.run(disable, [id, ctx.clock.now()])) === 0) return false;
    await dropBackupCodes(tx, id);
    await endSessions(tx, ctx, id, session.sessionId);
    await logForPerson(tx, ctx, id, 'totp.disabled', from);
    return true;
  });
}

export async function newBackupCodes(ctx: DbCtx, session: Session, password: string, from: From): Promise<string[]> {
  const person = await checkOwnPassword(ctx, session.personId, password, from);
  if (person.totpConfirmedAt === null) throw new Fault('conflict', 'there is no second factor yet');
  return await withIdentity(ctx, async (tx) => {
    await logForPerson(tx, ctx, person.id, 'totp.backup-codes', from);
    return await renewBackupCodes(tx, person.id);
  });
}
