import { findSession, type Session } from '@balcao/core/access';
import type { DbCtx } from '@balcao/db';
import { readCookie } from './session-cookie.ts';

/** Who is signed in with these cookies; for requests and sockets alike. */
export async function authenticateSession(ctx: DbCtx, cookieHeader: string | undefined): Promise<Session | undefined> {
  const token = readCookie(ctx, cookieHeader, 'session');
  return token === undefined ? undefined : await findSession(ctx, token);
}
