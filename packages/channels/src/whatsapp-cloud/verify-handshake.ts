import { createHash, timingSafeEqual } from 'node:crypto';

const maxChallenge = 256;

/** Meta's GET when a webhook is subscribed: the challenge to answer with, or undefined = refuse. */
export function verifyHandshake(query: unknown, verifyTokens: readonly string[]): string | undefined {
  if (typeof query !== 'object' || query === null) return undefined;
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query as Record<string, unknown>; // an object by the line above
  if (mode !== 'subscribe' || typeof token !== 'string' || typeof challenge !== 'string') return undefined;
  // It is echoed to whoever asks with the right token: short and plain, so that it can never be a page.
  if (challenge.length > maxChallenge || !/^[\w.=+/-]+$/.test(challenge)) return undefined;
  let matches = false;
  for (const expected of verifyTokens) matches = (expected !== '' && sameText(token, expected)) || matches;
  return matches ? challenge : undefined;
}

/** Hashed first, so that neither content nor length shows in the time it takes. */
const sameText = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
const digest = (text: string) => createHash('sha256').update(text).digest();
