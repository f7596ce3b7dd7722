import { type DbCtx, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { From } from '../log/from.ts';
import { later } from '../log/later.ts';
import { logForPerson } from '../log/log-for-person.ts';
import { isPassword } from '../people/password.ts';
import { type Person, personByEmail, plainEmail } from '../people/rows.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';
import { forgiveAttempts, type Guesser, takeAttempt } from './attempts.ts';
import { type OpenedChallenge, openChallenge } from './challenges.ts';

export type SignInAnswer =
  | { readonly kind: 'session'; readonly session: StartedSession }
  | { readonly kind: 'totp'; readonly challenge: OpenedChallenge };

/** The same answer, in the same time, for a wrong password, a person without one and an address that nobody has. */
export async function signIn(
  ctx: DbCtx,
  { email, password }: { readonly email: string; readonly password: string },
  from: From,
): Promise<SignInAnswer> {
  const guessers: Guesser[] = [
    { kind: 'account', name: plainEmail(email) },
    { kind: 'address', name: from.address },
  ];
  await takeAttempt(ctx, guessers);
  const person = await personByEmail(ctx, email);
  const right = await isPassword(person?.passwordHash, password);
  if (person === undefined || !right) {
    if (person !== undefined) tellRefused(ctx, person.id, 'password', from);
    throw new Fault('wrong_credentials', 'the e-mail or the password is not right');
  }
  return await letIn(ctx, person, guessers, from);
}

async function letIn(ctx: DbCtx, person: Person, guessers: readonly Guesser[], from: From): Promise<SignInAnswer> {
  return await withIdentity(ctx, async (tx): Promise<SignInAnswer> => {
    await forgiveAttempts(tx, guessers);
    if (person.totpConfirmedAt !== null)
      return { kind: 'totp', challenge: await openChallenge(tx, ctx, 'totp', person.id) };
    const session = await startSession(tx, ctx, person.id, from);
    await logForPerson(tx, ctx, person.id, 'session.signed-in', from, { method: 'password' });
    return { kind: 'session', session };
  });
}

/** After the answer, whose time must not say that the address is known. */
export function tellRefused(ctx: DbCtx, personId: string, method: string, from: From): void {
  later(ctx, 'session.refused', () =>
    withIdentity(ctx, (tx) => logForPerson(tx, ctx, personId, 'session.refused', from, { method })),
  );
}
