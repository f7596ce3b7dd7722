import type { Ctx } from '@balcao/kernel';
import { Fault } from '@balcao/kernel';
import { createTransport } from 'nodemailer';
import type { Mail } from './mail-jobs.ts';

const PATIENCE_MS = 20_000;

/** By the operator's mail server. What it refuses is tried again by the job. */
export async function sendMail({ config }: Pick<Ctx, 'config'>, mail: Mail): Promise<void> {
  if (config.mail === undefined)
    throw new Fault('unavailable', 'no mail server is configured: set SMTP_URL and MAIL_FROM');
  const transport = createTransport({
    url: config.mail.smtpUrl.reveal(),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from: config.mail.from, ...mail });
  } finally {
    transport.close();
  }
}
