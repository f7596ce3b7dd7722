import { type Language, languages } from '@balcao/contract';
import { type DbCtx, type Tx, type WorkspaceCtx, withConveyor } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import type { From } from '../log/from.ts';
import { openReset } from '../people/reset-password.ts';
import { personByEmail, plainEmail } from '../people/rows.ts';
import { takeAttempt } from '../sign-in/attempts.ts';
import { invitationUrl, resetUrl } from './links.ts';
import { type ForgotPassword, forgotPasswordJob, type Mail, sealPayload, sendMailJob } from './mail-jobs.ts';
import { invitationMail, resetMail } from './texts.ts';

export interface InvitationLetter {
  readonly email: string;
  readonly token: string;
  readonly company: string;
  readonly by: string | undefined;
  readonly language: Language;
}

/** Sent in the background; or, when no mail is configured, the link to hand over by hand. */
export async function postInvitation(tx: Tx, ctx: WorkspaceCtx, letter: InvitationLetter): Promise<string | null> {
  const { email, token, language, ...facts } = letter;
  const url = invitationUrl(ctx, token);
  if (ctx.config.mail === undefined) return url;
  await post(tx, ctx, { to: email, ...invitationMail(language, { ...facts, url }) });
  return null;
}

/** The same for a link to a new password, asked for by somebody else: who gave it is in the access log. */
export async function postReset(
  tx: Tx,
  ctx: WorkspaceCtx,
  person: { readonly email: string; readonly token: string; readonly language: string },
): Promise<string | null> {
  const url = resetUrl(ctx, person.token);
  if (ctx.config.mail === undefined) return url;
  await post(tx, ctx, { to: person.email, ...resetMail(languageOf(person.language), url) });
  return null;
}

async function post(tx: Tx, ctx: WorkspaceCtx, mail: Mail): Promise<void> {
  await enqueue(tx, ctx, sendMailJob, sealPayload(ctx.keys, mail), { workspaceId: ctx.workspaceId });
}

/** The same work whether the address is known or not; without mail there is nothing to do. Too often: as if it were done. */
export async function forgotPassword(ctx: DbCtx, email: string, from: From): Promise<void> {
  if (ctx.config.mail === undefined) return;
  await takeAttempt(ctx, [{ kind: 'address', name: from.address }]);
  const { address, device } = from;
  const payload = sealPayload(ctx.keys, { email: plainEmail(email), address, device });
  await withConveyor(ctx, (tx) => enqueue(tx, ctx, forgotPasswordJob, payload));
}

/** The job's half. */
export async function answerForgotPassword(
  ctx: DbCtx,
  { email, address, device }: ForgotPassword,
): Promise<Mail | undefined> {
  const person = await personByEmail(ctx, email);
  if (person === undefined) return undefined;
  await takeAttempt(ctx, [{ kind: 'forgot', name: email }]);
  const { token } = await openReset(ctx, person.id, { address, device });
  return { to: person.email, ...resetMail(languageOf(person.language), resetUrl(ctx, token)) };
}

const languageOf = (text: string): Language => languages.find((one) => one === text) ?? 'pt-BR';
