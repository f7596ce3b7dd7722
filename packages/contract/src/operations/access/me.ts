import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';
import { changed, language, password, personName, roleName, scope, webAuthn } from './words.ts';

const code = z.string().trim().min(6).max(10);
const nothing = z.strictObject({});
const backupCodes = z.array(z.string());

export const myWorkspace = z.strictObject({
  id,
  slug: z.string(),
  name: z.string(),
  memberId: id,
  role: roleName,
  /** Of a role made in the workspace. */
  roleName: z.string().nullable(),
  scopes: z.array(scope),
  departmentIds: z.array(id),
});

export const meGet = defineOperation({
  name: 'me.get',
  kind: 'read',
  summary: 'Who is signed in, and where they work',
  scope: 'person',
  input: nothing,
  output: z.strictObject({
    id,
    name: z.string(),
    email: z.string(),
    language,
    hasPassword: z.boolean(),
    totp: z.boolean(),
    backupCodesLeft: z.int(),
    passkeys: z.int(),
    sessionId: id,
    sessionExpiresAt: time,
    workspaces: z.array(myWorkspace),
  }),
  errors: [],
});

export const meUpdate = defineOperation({
  name: 'me.update',
  kind: 'write',
  summary: 'Change the own name and language',
  scope: 'person',
  input: z.strictObject({ name: personName.optional(), language: language.optional() }),
  output: changed,
  errors: [],
});

export const meChangePassword = defineOperation({
  name: 'me.change-password',
  kind: 'write',
  summary: 'Change the own password; the other sessions end',
  scope: 'person',
  input: z.strictObject({ current: password, password }),
  output: z.strictObject({ revoked: z.int() }),
  errors: ['wrong_credentials', 'weak_password'],
});

export const meTotpEnable = defineOperation({
  name: 'me.totp-enable',
  kind: 'write',
  summary: 'Begin with the second factor: what the app scans. It counts once confirmed',
  scope: 'person',
  input: z.strictObject({ password }),
  output: z.strictObject({ uri: z.string(), secret: z.string() }),
  errors: ['wrong_credentials', 'conflict'],
});

export const meTotpConfirm = defineOperation({
  name: 'me.totp-confirm',
  kind: 'write',
  summary: 'The first code of the app: from now on it is asked for; the other sessions end',
  scope: 'person',
  input: z.strictObject({ code }),
  output: z.strictObject({ backupCodes }),
  errors: ['wrong_code', 'conflict'],
});

export const meTotpDisable = defineOperation({
  name: 'me.totp-disable',
  kind: 'write',
  summary: 'Do without the second factor; the other sessions end',
  scope: 'person',
  input: z.strictObject({ password }),
  output: changed,
  errors: ['wrong_credentials'],
});

export const meBackupCodes = defineOperation({
  name: 'me.backup-codes',
  kind: 'write',
  summary: 'New backup codes, shown this once; those of before are worth nothing any more',
  scope: 'person',
  input: z.strictObject({ password }),
  output: z.strictObject({ backupCodes }),
  errors: ['wrong_credentials', 'conflict'],
});

export const mePasskeysList = defineOperation({
  name: 'me.passkeys-list',
  kind: 'read',
  summary: 'The own passkeys',
  scope: 'person',
  input: nothing,
  output: z.strictObject({
    passkeys: z.array(z.strictObject({ id, name: z.string(), createdAt: time, lastUsedAt: time.nullable() })),
  }),
  errors: [],
});

export const mePasskeysAddOptions = defineOperation({
  name: 'me.passkeys-add-options',
  kind: 'write',
  summary:
    'What the browser needs to make a passkey. Asked for with the password, or within five minutes of signing in',
  scope: 'person',
  input: z.strictObject({ password: password.optional() }),
  output: z.strictObject({ options: webAuthn }),
  errors: ['wrong_credentials', 'challenge_over', 'over_limit'],
});

export const mePasskeysAdd = defineOperation({
  name: 'me.passkeys-add',
  kind: 'write',
  summary: 'Keep the passkey that the browser made',
  scope: 'person',
  input: z.strictObject({ response: webAuthn, name: z.string().trim().min(1).max(100) }),
  output: z.strictObject({ passkeyId: id }),
  errors: ['challenge_over', 'conflict'],
});

export const mePasskeysRemove = defineOperation({
  name: 'me.passkeys-remove',
  kind: 'write',
  summary: 'Take a passkey away',
  scope: 'person',
  input: z.strictObject({ passkeyId: id }),
  output: changed,
  errors: [],
});

export const meSessionsList = defineOperation({
  name: 'me.sessions-list',
  kind: 'read',
  summary: 'Where the person is signed in, last seen first',
  scope: 'person',
  input: nothing,
  output: z.strictObject({
    sessions: z.array(
      z.strictObject({
        id,
        /** What the browser says it is. */
        device: z.string(),
        address: z.string(),
        createdAt: time,
        lastSeenAt: time,
        expiresAt: time,
        current: z.boolean(),
      }),
    ),
  }),
  errors: [],
});

export const meSessionsRevoke = defineOperation({
  name: 'me.sessions-revoke',
  kind: 'write',
  summary: 'End one of the own sessions at once',
  scope: 'person',
  input: z.strictObject({ sessionId: id }),
  output: changed,
  errors: [],
});

export const meSessionsRevokeOthers = defineOperation({
  name: 'me.sessions-revoke-others',
  kind: 'write',
  summary: 'End every other session of the own',
  scope: 'person',
  input: nothing,
  output: z.strictObject({ revoked: z.int() }),
  errors: [],
});

export const workspacesCreate = defineOperation({
  name: 'workspaces.create',
  kind: 'write',
  summary: 'Make another company; whoever makes it is its owner. Only for somebody who owns one already',
  scope: 'person',
  input: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  output: z.strictObject({ workspaceId: id, slug: z.string(), memberId: id }),
  errors: [],
});
