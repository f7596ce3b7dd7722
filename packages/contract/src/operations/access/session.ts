import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { done, email, password, signedIn, token, webAuthn } from './words.ts';

export const sessionProviders = defineOperation({
  name: 'session.providers',
  kind: 'read',
  summary: 'Which ways of signing in there are, and whether this house has its first owner yet',
  scope: 'anyone',
  input: z.strictObject({}),
  output: z.strictObject({
    /** How the company calls its single sign-on; null when there is none. */
    oidc: z.strictObject({ name: z.string() }).nullable(),
    hasOwner: z.boolean(),
    /** Can a forgotten password be mended by e-mail? */
    mail: z.boolean(),
  }),
  errors: [],
});

export const sessionSignIn = defineOperation({
  name: 'session.sign-in',
  kind: 'write',
  summary: 'Sign in with e-mail and password',
  scope: 'anyone',
  input: z.strictObject({ email, password }),
  output: signedIn,
  errors: ['wrong_credentials'],
});

export const sessionVerifyTotp = defineOperation({
  name: 'session.verify-totp',
  kind: 'write',
  summary: 'The second factor of a sign-in: the code of the app, or one of the backup codes',
  scope: 'anyone',
  input: z
    .strictObject({
      code: z.string().trim().min(6).max(10).optional(),
      backupCode: z.string().trim().max(40).optional(),
    })
    .refine((it) => (it.code === undefined) !== (it.backupCode === undefined), {
      message: 'exactly one of code, backupCode',
    }),
  output: done,
  errors: ['wrong_code', 'challenge_over'],
});

export const sessionSignOut = defineOperation({
  name: 'session.sign-out',
  kind: 'write',
  summary: 'End the session of this browser',
  scope: 'anyone',
  input: z.strictObject({}),
  output: done,
  errors: [],
});

export const sessionPasskeyOptions = defineOperation({
  name: 'session.passkey-options',
  kind: 'write',
  summary: 'What the browser needs to ask for a passkey',
  scope: 'anyone',
  input: z.strictObject({}),
  output: z.strictObject({ options: webAuthn }),
  errors: [],
});

export const sessionPasskeyVerify = defineOperation({
  name: 'session.passkey-verify',
  kind: 'write',
  summary: 'Sign in with what the passkey answered',
  scope: 'anyone',
  input: z.strictObject({ response: webAuthn }),
  output: done,
  errors: ['wrong_credentials', 'challenge_over'],
});

export const sessionOidcStart = defineOperation({
  name: 'session.oidc-start',
  kind: 'write',
  summary: 'Where to send the browser for single sign-on; it comes back to /, or to /sign-in?problem=…',
  scope: 'anyone',
  input: z.strictObject({}),
  output: z.strictObject({ url: z.string() }),
  errors: ['not_found', 'provider_failed'],
});

export const sessionForgotPassword = defineOperation({
  name: 'session.forgot-password',
  kind: 'write',
  summary: 'Ask for a link to choose a new password; the answer is the same whether the address is known or not',
  scope: 'anyone',
  input: z.strictObject({ email }),
  output: done,
  errors: [],
});

export const sessionResetPassword = defineOperation({
  name: 'session.reset-password',
  kind: 'write',
  summary: 'Choose a new password with the token of a link; every session of the person ends',
  scope: 'anyone',
  input: z.strictObject({ token, password }),
  output: done,
  errors: ['link_over', 'weak_password'],
});
