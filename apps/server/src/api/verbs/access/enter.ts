import type { From, StartedSession } from '@balcao/core/access';
import { signOut } from '@balcao/core/access';
import { Fault } from '@balcao/kernel';
import type { PersonVisit, Visit } from '../../api-parts.ts';

export const fromOf = ({ address, device }: From): From => ({ address, device });

/** The browser is signed in with this answer; what it was signed in as before ends. */
export async function enter(visit: Visit, { token, expiresAt }: StartedSession): Promise<{ done: true }> {
  if (visit.session !== undefined) await signOut(visit.ctx, visit.session, fromOf(visit));
  visit.cookies.write('session', token, expiresAt);
  visit.cookies.clear('challenge');
  return { done: true };
}

export const gone = ({ session }: PersonVisit): Fault =>
  new Fault('unauthenticated', `the person of the session ${session.sessionId} is gone`);
