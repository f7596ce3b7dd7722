import { type DbCtx, sql, type Tx } from '@balcao/db';
import type { From } from '../log/from.ts';
import { hashToken, newToken } from '../token.ts';

/** From the sign-in on, whatever happens within. */
const SESSION_MS = 24 * 3_600_000;
const FRESH_MS = 5 * 60_000;

export interface StartedSession {
  readonly sessionId: string;
  /** For the cookie; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Date;
}

const start = sql(
  'access/start-session',
  `insert into sessions (id, person_id, token_hash, device, address, created_at, last_seen_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $6, $7)`,
);
// Index: sessions_by_end.
const forget = sql(
  'access/forget-sessions',
  'delete from sessions where id in (select id from sessions where expires_at < $1 order by expires_at limit 50)',
);

/** Signed in a moment ago: as good as asking again. */
export const isFresh = ({ expiresAt }: Pick<StartedSession, 'expiresAt'>, now: Date): boolean =>
  now.getTime() - (expiresAt.getTime() - SESSION_MS) < FRESH_MS;

/** In a transaction of the identity role. Always a new token: one that was known before the sign-in is worth nothing. */
export async function startSession(tx: Tx, ctx: DbCtx, personId: string, from: From): Promise<StartedSession> {
  const now = ctx.clock.now();
  const token = newToken();
  const sessionId = ctx.ids.uuid();
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  await tx.run(start, [sessionId, personId, hashToken(token), from.device, from.address, now, expiresAt]);
  await tx.run(forget, [now]);
  return { sessionId, token, expiresAt };
}
