import { createHmac } from 'node:crypto';

export function signWebhook(body: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}
