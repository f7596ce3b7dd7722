import { type DbCtx, identityStatement, sql, withIdentity } from '@balcao/db';
import { hashToken, newToken } from '../token.ts';

const anybody = sql('access/has-person', 'select exists (select from persons) as "hasPerson"');
const drop = sql('access/drop-old-welcomes', `delete from one_time_links where kind = 'welcome' and expires_at <= $1`);
const insert = sql(
  'access/open-welcome',
  `insert into one_time_links (token_hash, kind, created_at, expires_at) values ($1, 'welcome', $2, $3)`,
);
const find = sql(
  'access/find-welcome',
  `select 1 from one_time_links where token_hash = $1 and kind = 'welcome' and expires_at > $2`,
);

const WITHIN_MS = 30 * 24 * 3_600_000;

/** Is there anybody in this house? */
export async function hasPerson(ctx: DbCtx): Promise<boolean> {
  const [found] = await identityStatement<{ hasPerson: boolean }>(ctx, anybody);
  return found?.hasPerson ?? false;
}

/** A link for the first owner, one of each process that starts: all of them are good until one is used. Undefined once there is a person. */
export async function openWelcome(ctx: DbCtx): Promise<string | undefined> {
  if (await hasPerson(ctx)) return undefined;
  const token = newToken();
  const now = ctx.clock.now();
  await withIdentity(ctx, async (tx) => {
    await tx.run(drop, [now]);
    await tx.run(insert, [hashToken(token), now, new Date(now.getTime() + WITHIN_MS)]);
  });
  return token;
}

export async function isWelcome(ctx: DbCtx, token: string): Promise<boolean> {
  return (await identityStatement(ctx, find, [hashToken(token), ctx.clock.now()])).length > 0;
}
