import { type DbCtx, sql, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { From } from '../log/from.ts';
import { logForPerson } from '../log/log-for-person.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import type { Session } from '../sessions/find-session.ts';
import { checkOwnPassword } from './check-own-password.ts';
import { checkPassword } from './check-password.ts';
import { hashPassword } from './password.ts';

// Of two changes at once, the second was made with a password that is no more.
const change = sql(
  'access/change-password',
  'update persons set password_hash = $3, updated_at = $4 where id = $1 and password_hash = $2',
);

/** The other sessions end. Returns how many. */
export async function changePassword(
  ctx: DbCtx,
  { personId, sessionId }: Session,
  { current, password }: { readonly current: string; readonly password: string },
  from: From,
): Promise<number> {
  const person = await checkOwnPassword(ctx, personId, current, from);
  await checkPassword(ctx, password, person);
  const hash = await hashPassword(password);
  return await withIdentity(ctx, async (tx) => {
    if ((await tx.run(change, [personId, person.passwordHash, hash, ctx.clock.now()])) === 0)
      throw new Fault('wrong_credentials', 'the password was just changed elsewhere');
    await logForPerson(tx, ctx, personId, 'password.changed', from);
    return await endSessions(tx, ctx, personId, sessionId);
  });
}
