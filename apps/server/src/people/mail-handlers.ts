import { answerForgotPassword, openForgotPassword, openMail, sendMail } from '@balcao/core/access';
import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';

interface Payload {
  readonly sealed: string;
}

export async function sendMailHandler(ctx: DbCtx, payload: Payload): Promise<void> {
  await sendMail(ctx, openMail(ctx, payload));
}

/** Asked for too often: the mails of before are enough. */
export async function forgotPasswordHandler(ctx: DbCtx, payload: Payload): Promise<void> {
  const mail = await answerForgotPassword(ctx, openForgotPassword(ctx, payload)).catch(whenTooOften);
  if (mail !== undefined) await sendMail(ctx, mail);
}

function whenTooOften(error: unknown): undefined {
  if (error instanceof Fault && error.code === 'too_many_requests') return undefined;
  throw error;
}
