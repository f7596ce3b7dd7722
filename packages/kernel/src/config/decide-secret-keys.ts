import { parseSecretKeys } from './parse-secret-keys.ts';
import type { Questions } from './questions.ts';
import type { SecretKey } from './secrets.ts';

const howToMake =
  'Make one with: echo "k1:$(openssl rand -base64 32)". Keep it as safe as the database\'s backup: without it nothing sealed can be read.';

/** `needed`: a database elsewhere outlives this machine's folder, so the keys to it may not lie there alone. */
export function decideSecretKeys(ask: Questions, needed: boolean): readonly SecretKey[] | undefined {
  const text = ask.text('SECRET_KEYS');
  if (text === undefined) {
    return needed
      ? ask.fault('SECRET_KEYS', `is needed in production with a database of your own. ${howToMake}`)
      : undefined;
  }
  const keys = parseSecretKeys(text);
  if (typeof keys === 'string') return ask.fault('SECRET_KEYS', `${keys} ${howToMake}`);
  return keys;
}
