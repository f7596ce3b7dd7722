import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSecretKeys, type SecretKey } from './config/index.ts';
import { Fault } from './errors.ts';

/** The ring of a machine on which nobody gave SECRET_KEYS: made once, for its owner's eyes only. Two programs starting at once agree on one. */
export function openKeyFile(dataDir: string): readonly SecretKey[] {
  const folder = join(dataDir, 'keys');
  const file = join(folder, 'ring');
  // Apart, for `mode` would close the data folder too, and PostgreSQL is another user when we are root.
  mkdirSync(dataDir, { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error; // node:fs throws nothing else
  }
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `k1:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // node:fs throws nothing else
  } finally {
    unlinkSync(draft);
  }
  return parse(readFileSync(file, 'utf8'));
}

/** Puts a new key in front, and keeps the old ones: what they sealed must still open. Returns the new key's id. */
export function addKeyToFile(dataDir: string): string {
  const keys = openKeyFile(dataDir);
  const numbers = keys.map(({ id }) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0));
  const id = `k${Math.max(0, ...numbers) + 1}`;
  const lines = [`${id}:${randomBytes(32).toString('base64')}`, ...keys.map((old) => `${old.id}:${old.key.reveal()}`)];
  const file = join(dataDir, 'keys', 'ring');
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${lines.join('\n')}\n`, { mode: 0o600, flush: true });
  renameSync(draft, file);
  return id;
}

function parse(text: string): readonly SecretKey[] {
  const keys = parseSecretKeys(text);
  if (typeof keys === 'string') throw new Fault('internal', `The key file is damaged: it ${keys} Put its backup back.`);
  return keys;
}
