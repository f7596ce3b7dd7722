import type { DbCtx } from '@balcao/db';
import { defineJob } from '@balcao/jobs';
import type { KeyRing } from '@balcao/kernel';
import { z } from 'zod';

const sealed = z.strictObject({ sealed: z.string() });

/** A mail to send. Sealed, for it holds a link that lets somebody in. */
export const sendMailJob = defineJob({ name: 'access.send-mail', schema: sealed, maxAttempts: 12, timeoutMs: 60_000 });
/** Somebody asked for a new password. Whether the address is known is found out here, where nobody can measure it. */
export const forgotPasswordJob = defineJob({
  name: 'access.forgot-password',
  schema: sealed,
  maxAttempts: 5,
  timeoutMs: 60_000,
});

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface ForgotPassword {
  readonly email: string;
  readonly address: string;
  readonly device: string;
}

const AAD = 'jobs.payload:access';

export const sealPayload = (keys: KeyRing, payload: Mail | ForgotPassword): { sealed: string } => ({
  sealed: keys.seal(JSON.stringify(payload), AAD),
});

const mail = z.strictObject({ to: z.string(), subject: z.string(), text: z.string() });
const forgot = z.strictObject({ email: z.string(), address: z.string(), device: z.string() });

export const openMail = (ctx: Pick<DbCtx, 'keys'>, payload: { sealed: string }): Mail =>
  mail.parse(JSON.parse(ctx.keys.open(payload.sealed, AAD)));
export const openForgotPassword = (ctx: Pick<DbCtx, 'keys'>, payload: { sealed: string }): ForgotPassword =>
  forgot.parse(JSON.parse(ctx.keys.open(payload.sealed, AAD)));
