import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { commonPasswords } from './common-passwords.ts';
import { isBreached } from './is-breached.ts';

export const LEAST_LENGTH = 10;
/** Guesses as a power of two: what a patient machine at the sign-in page never reaches. */
const LEAST_BITS = 30;

export type PasswordFault = 'too_short' | 'too_simple' | 'common' | 'about_you' | 'breached';

/** Refused with `weak_password` and, as data, why. */
export async function checkPassword(
  ctx: DbCtx,
  password: string,
  person: { readonly name: string; readonly email: string },
): Promise<void> {
  const fault = faultOf(password, person) ?? ((await isBreached(ctx, password)) ? 'breached' : undefined);
  if (fault !== undefined)
    throw new Fault('weak_password', sentences[fault], { issues: [{ path: 'password', problem: fault }] });
}

const sentences: Readonly<Record<PasswordFault, string>> = {
  too_short: `a password has at least ${LEAST_LENGTH} characters`,
  too_simple: 'the password is too easy to guess: it repeats itself or follows a row',
  common: 'the password is one of the best known',
  about_you: 'the password contains the name or the e-mail',
  breached: 'the password was found among stolen ones',
};

export function faultOf(
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): PasswordFault | undefined {
  if ([...password].length < LEAST_LENGTH) return 'too_short';
  const plain = plainOf(password);
  if (commonPasswords.has(plain)) return 'common';
  const about = [...name.split(/\s+/), email.split('@')[0] ?? '', email].map(plainOf).filter((one) => one.length >= 4);
  if (about.some((one) => plain.includes(one))) return 'about_you';
  return bitsOf(password) < LEAST_BITS ? 'too_simple' : undefined;
}

const plainOf = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Each character that neither repeats nor follows the one before it counts in full, the others one bit. */
function bitsOf(password: string): number {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];
  const sizes = [26, 26, 10, 33];
  const alphabet = kinds.reduce((sum, kind, at) => sum + (kind.test(password) ? (sizes[at] ?? 0) : 0), 0);
  const codes = [...password].map((character) => character.codePointAt(0) ?? 0);
  const distinct = new Set(codes).size;
  const surprising = codes.filter((code, at) => at === 0 || Math.abs(code - (codes[at - 1] ?? 0)) > 1).length;
  return Math.min(surprising, distinct * 2) * Math.log2(alphabet) + (codes.length - surprising);
}
