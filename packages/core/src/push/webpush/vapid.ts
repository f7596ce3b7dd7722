import { sign } from 'node:crypto';
import type { SiteKeys } from './site-keys.ts';

/** Push services take at most 24 hours. */
const VALID_SECONDS = 12 * 3_600;

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** RFC 8292: says to the push service which site this is, for its own origin only. `contact` is where its people could ask. */
export function vapidHeader(keys: SiteKeys, endpoint: string, contact: string, now: Date): string {
  const exp = Math.floor(now.getTime() / 1_000) + VALID_SECONDS;
  const text = `${encode({ typ: 'JWT', alg: 'ES256' })}.${encode({ aud: new URL(endpoint).origin, exp, sub: contact })}`;
  const signature = sign('sha256', Buffer.from(text), { key: keys.privateKey, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${text}.${signature.toString('base64url')}, k=${keys.publicKey}`;
}
