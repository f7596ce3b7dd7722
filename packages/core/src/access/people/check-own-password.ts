import { type DbCtx, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { From } from '../log/from.ts';
import { forgiveAttempts, type Guesser, takeAttempt } from '../sign-in/attempts.ts';
import { isPassword } from './password.ts';
import { type Person, personById } from './rows.ts';

/** Asked again before what matters: a browser left open is not its owner. Counted like a sign-in. */
export async function checkOwnPassword(ctx: DbCtx, personId: string, password: string, from: From): Promise<Person> {
  const person = await personById(ctx, personId);
  if (person === undefined) throw new Fault('unauthenticated', 'the person is gone');
  const guessers: Guesser[] = [
    { kind: 'account', name: person.email },
    { kind: 'address', name: from.address },
  ];
  await takeAttempt(ctx, guessers);
  if (!(await isPassword(person.passwordHash, password)))
    throw new Fault('wrong_credentials', 'the password is not right');
  await withIdentity(ctx, (tx) => forgiveAttempts(tx, guessers));
  return person;
}
