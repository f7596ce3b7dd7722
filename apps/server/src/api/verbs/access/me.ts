import { type Language, languages } from '@balcao/contract';
import {
  changePassword,
  confirmTotp,
  createCompany,
  disableTotp,
  enableTotp,
  listSessions,
  myAccount,
  myWorkspaces,
  newBackupCodes,
  revokeSession,
  revokeSessions,
  updateAccount,
} from '@balcao/core/access';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { fromOf, gone } from './enter.ts';

type Named =
  | 'me.get'
  | 'me.update'
  | 'me.change-password'
  | 'me.totp-enable'
  | 'me.totp-confirm'
  | 'me.totp-disable'
  | 'me.backup-codes'
  | 'me.sessions-list'
  | 'me.sessions-revoke'
  | 'me.sessions-revoke-others'
  | 'workspaces.create';

const languageOf = (text: string): Language => languages.find((one) => one === text) ?? 'pt-BR';

export const meVerbs: Pick<Verbs, Named> = {
  'me.get': async (visit) => {
    const { ctx, session } = visit;
    const [me, workspaces] = await Promise.all([myAccount(ctx, session.personId), myWorkspaces(ctx, session.personId)]);
    if (me === undefined) throw gone(visit);
    return {
      ...me,
      language: languageOf(me.language),
      sessionId: session.sessionId,
      sessionExpiresAt: time(session.expiresAt),
      workspaces: workspaces.map((one) => ({ ...one, scopes: [...one.scopes], departmentIds: [...one.departmentIds] })),
    };
  },
  'me.update': async ({ ctx, session }, input) => ({ changed: await updateAccount(ctx, session.personId, input) }),
  'me.change-password': async (visit, input) => ({
    revoked: await changePassword(visit.ctx, visit.session, input, fromOf(visit)),
  }),
  'me.totp-enable': async (visit, { password }) => await enableTotp(visit.ctx, visit.session, password, fromOf(visit)),
  'me.totp-confirm': async (visit, { code }) => ({
    backupCodes: await confirmTotp(visit.ctx, visit.session, code, fromOf(visit)),
  }),
  'me.totp-disable': async (visit, { password }) => ({
    changed: await disableTotp(visit.ctx, visit.session, password, fromOf(visit)),
  }),
  'me.backup-codes': async (visit, { password }) => ({
    backupCodes: await newBackupCodes(visit.ctx, visit.session, password, fromOf(visit)),
  }),
  'workspaces.create': async (visit, { name }) =>
    await createCompany(visit.ctx, visit.session.personId, name, fromOf(visit)),
  'me.sessions-list': async ({ ctx, session }) => ({
    sessions: (await listSessions(ctx, session.personId)).map((one) => ({
      ...one,
      createdAt: time(one.createdAt),
      lastSeenAt: time(one.lastSeenAt),
      expiresAt: time(one.expiresAt),
      current: one.id === session.sessionId,
    })),
  }),
  'me.sessions-revoke': async (visit, { sessionId }) => ({
    changed: await revokeSession(visit.ctx, visit.session.personId, sessionId, fromOf(visit)),
  }),
  'me.sessions-revoke-others': async (visit) => ({
    revoked: await revokeSessions(visit.ctx, visit.session.personId, visit.session.sessionId, fromOf(visit)),
  }),
};
