import { createHmac } from 'node:crypto';
import type { KeyRing } from '@balcao/kernel';

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A word that stands in every prompt of a company and nowhere else: where it turns up, the prompt went out. Any company's has this shape. */
export const canaryShape = /bk[a-kmnp-z2-9]{20}qz/i;

/** The same for one company as long as the key is the same; nobody can tell it from outside. */
export function canaryOf(keys: KeyRing, workspaceId: string): string {
  const key = keys.derive('bot-canary') ?? Buffer.alloc(32);
  const bytes = createHmac('sha256', key).update(workspaceId).digest();
  let word = '';
  for (let i = 0; i < 20; i++) word += alphabet.charAt((bytes[i] ?? 0) % alphabet.length);
  return `bk${word}qz`;
}
