import { type DbCtx, identityStatement, sql, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { From } from '../log/from.ts';
import { logForPerson } from '../log/log-for-person.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { forgiveAttempts } from '../sign-in/attempts.ts';
import { hashToken, newToken } from '../token.ts';
import { checkPassword } from './check-password.ts';
import { hashPassword } from './password.ts';

const WITHIN_MS = 2 * 3_600_000;

const drop = sql('access/drop-resets', `delete from one_time_links where kind = 'password_reset' and person_id = $1`);
const insert = sql(
  'access/open-reset',
  `insert into one_time_links (token_hash, kind, person_id, created_at, expires_at) values ($1, 'password_reset', $2, $3, $4)`,
);
const find = sql(
  'access/find-reset',
  `select p.id, p.name, p.email from one_time_links l join persons p on p.id = l.person_id
    where l.token_hash = $1 and l.kind = 'password_reset' and l.expires_at > $2`,
);
const take = sql(
  'access/take-reset',
  `delete from one_time_links where token_hash = $1 and kind = 'password_reset' and expires_at > $2 returning 1`,
);
const set = sql('access/set-password', 'update persons set password_hash = $2, updated_at = $3 where id = $1');

export interface ResetLink {
  readonly token: string;
  readonly expiresAt: Date;
}

/** One at a time for each person: an earlier link is worth nothing any more. */
export async function openReset(
  ctx: DbCtx,
  personId: string,
  from: From,
  askedBy?: { readonly kind: string; readonly id: string },
): Promise<ResetLink> {
  const token = newToken();
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + WITHIN_MS);
  await withIdentity(ctx, async (tx) => {
    await tx.run(drop, [personId]);
    await tx.run(insert, [hashToken(token), personId, now, expiresAt]);
    await logForPerson(
      tx,
      ctx,
      personId,
      'password.reset-asked',
      from,
      askedBy && { askedBy: askedBy.kind, id: askedBy.id },
    );
  });
  return { token, expiresAt };
}

/** Whoever reset it signs in anew, second factor included; every session of before ends. */
export async function resetPassword(
  ctx: DbCtx,
  { token, password }: { readonly token: string; readonly password: string },
  from: From,
): Promise<void> {
  const [person] = await identityStatement<{ id: string; name: string; email: string }>(ctx, find, [
    hashToken(token),
    ctx.clock.now(),
  ]);
  if (person === undefined) throw over();
  await checkPassword(ctx, password, person);
  const hash = await hashPassword(password);
  await withIdentity(ctx, async (tx) => {
    const now = ctx.clock.now();
    if ((await tx.rows(take, [hashToken(token), now])).length === 0) throw over();
    await tx.run(set, [person.id, hash, now]);
    await tx.run(drop, [person.id]);
    await forgiveAttempts(tx, [{ kind: 'account', name: person.email }]);
    await endSessions(tx, ctx, person.id, null);
    await logForPerson(tx, ctx, person.id, 'password.reset', from);
  });
}

const over = (): Fault => new Fault('link_over', 'this link was used already or is too old');
