import { type DbCtx, withIdentity } from '@balcao/db';
import type { From } from '../log/from.ts';
import type { AccessAction } from '../log/insert.ts';
import { logForPerson } from '../log/log-for-person.ts';
import { endSession, endSessions } from '../sessions/end-sessions.ts';
import type { Session } from '../sessions/find-session.ts';

export async function signOut(ctx: DbCtx, { personId, sessionId }: Session, from: From): Promise<void> {
  await revokeSession(ctx, personId, sessionId, from, 'session.signed-out');
}

/** One of the person's own. False when it had ended already. */
export async function revokeSession(
  ctx: DbCtx,
  personId: string,
  sessionId: string,
  from: From,
  action: AccessAction = 'session.revoked',
): Promise<boolean> {
  return await withIdentity(ctx, async (tx) => {
    const ended = await endSession(tx, ctx, personId, sessionId);
    if (ended) await logForPerson(tx, ctx, personId, action, from, { sessions: 1 });
    return ended;
  });
}

export async function revokeSessions(ctx: DbCtx, personId: string, keep: string | null, from: From): Promise<number> {
  return await withIdentity(ctx, async (tx) => {
    const ended = await endSessions(tx, ctx, personId, keep);
    if (ended > 0) await logForPerson(tx, ctx, personId, 'session.revoked', from, { sessions: ended });
    return ended;
  });
}
