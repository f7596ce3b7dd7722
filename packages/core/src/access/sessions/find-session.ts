import { type DbCtx, identityStatement, sql } from '@balcao/db';
import { hashToken } from '../token.ts';
import { type Remembered, sessionMemory } from './session-memory.ts';

/** A person who is signed in with one browser. */
export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly expiresAt: Date;
}

/** When somebody was last seen is for people: to the minute is enough. */
const COARSE_MS = 60_000;
const shape = /^[\w-]{43}$/;

// Index: sessions_token_key.
const find = sql(
  'access/find-session',
  `select id as "sessionId", person_id as "personId", expires_at as "expiresAt", last_seen_at as "lastSeenAt"
     from sessions where token_hash = $1`,
);
const touch = sql('access/touch-session', 'update sessions set last_seen_at = $2 where id = $1 and last_seen_at < $2');

/** Whose browser is this? One indexed statement, or none for a few seconds after it; a session that was ended is nobody's at once. */
export async function findSession(ctx: DbCtx, token: string): Promise<Session | undefined> {
  if (!shape.test(token)) return undefined;
  const hash = hashToken(token);
  const now = ctx.clock.now();
  const memory = await sessionMemory(ctx);
  const found = memory.recall(hash, now) ?? (await look(ctx, hash, now, memory.keeper()));
  if (found === undefined || found.expiresAt <= now) return undefined;
  if (now.getTime() - found.lastSeenAt.getTime() >= COARSE_MS) {
    found.lastSeenAt = now;
    await identityStatement(ctx, touch, [found.sessionId, now]);
  }
  const { sessionId, personId, expiresAt } = found;
  return { sessionId, personId, expiresAt };
}

async function look(
  ctx: DbCtx,
  hash: Buffer,
  now: Date,
  keep: (hash: Buffer, found: Remembered, now: Date) => void,
): Promise<Remembered | undefined> {
  const [found] = await identityStatement<Remembered>(ctx, find, [hash]);
  if (found !== undefined) keep(hash, found, now);
  return found;
}
