import { Secret, type SecretKey } from './secrets.ts';

/** `id:base64(32 bytes)`, newest first, separated by commas or lines. A sentence when it is not so; it quotes ids at most. */
export function parseSecretKeys(text: string): readonly SecretKey[] | string {
  const keys: SecretKey[] = [];
  for (const entry of text.split(/[,\n]/).filter((part) => part.trim() !== '')) {
    const [, id, key] = /^\s*([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]{43}=?)\s*$/.exec(entry) ?? [];
    if (id === undefined || key === undefined)
      return `must be id:key pairs, each key 32 bytes in base64; number ${keys.length + 1} is not.`;
    if (keys.some((other) => other.id === id)) return `has two keys with the id ${id}; each needs its own.`;
    keys.push({ id, key: new Secret(key) });
  }
  return keys.length === 0 ? 'must hold at least one id:key pair.' : keys;
}
