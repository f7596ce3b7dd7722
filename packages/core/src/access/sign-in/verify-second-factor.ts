import { type DbCtx, sql, type Tx, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { From } from '../log/from.ts';
import { logForPerson } from '../log/log-for-person.ts';
import { type Person, personById } from '../people/rows.ts';
import { useBackupCode } from '../second-factor/backup-codes.ts';
import { stepOf } from '../second-factor/totp.ts';
import { openTotp } from '../second-factor/totp-secret.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';
import { forgiveAttempts, type Guesser, takeAttempt } from './attempts.ts';
import { lookAtChallenge, takeChallenge } from './challenges.ts';
import { tellRefused } from './sign-in.ts';

export interface SecondFactor {
  readonly code?: string | undefined;
  readonly backupCode?: string | undefined;
}

// A code is good once, also within its half minute.
const spend = sql('access/spend-totp', 'update persons set totp_step = $2 where id = $1 and totp_step < $2');

/** The other half of a sign-in whose password was right. `challenge` is what its cookie holds. */
export async function verifySecondFactor(
  ctx: DbCtx,
  challenge: string | undefined,
  factor: SecondFactor,
  from: From,
): Promise<StartedSession> {
  const { personId } = await withIdentity(ctx, (tx) => lookAtChallenge(tx, ctx, 'totp', challenge));
  const person = personId === null ? undefined : await personById(ctx, personId);
  if (person === undefined) throw new Fault('challenge_over', 'the person is gone');
  const guessers: Guesser[] = [
    { kind: 'totp', name: person.id },
    { kind: 'address', name: from.address },
  ];
  await takeAttempt(ctx, guessers);
  const session = await withIdentity(ctx, async (tx) => {
    if (!(await isRight(tx, ctx, person, factor))) return undefined;
    await takeChallenge(tx, ctx, 'totp', challenge);
    await forgiveAttempts(tx, guessers);
    const method = factor.code === undefined ? 'password+backup-code' : 'password+totp';
    await logForPerson(tx, ctx, person.id, 'session.signed-in', from, { method });
    return await startSession(tx, ctx, person.id, from);
  });
  if (session !== undefined) return session;
  tellRefused(ctx, person.id, 'second-factor', from);
  throw new Fault('wrong_code', 'the code is not right, or was used already');
}

async function isRight(tx: Tx, ctx: DbCtx, person: Person, { code, backupCode }: SecondFactor): Promise<boolean> {
  if (backupCode !== undefined) return await useBackupCode(tx, ctx, person.id, backupCode);
  if (person.totpSecret === null || person.totpConfirmedAt === null || code === undefined) return false;
  const step = stepOf(openTotp(ctx.keys, person.id, person.totpSecret), code, ctx.clock.now());
  return step !== undefined && (await tx.run(spend, [person.id, step])) > 0;
}
