import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, type SecretKey } from './config/index.ts';

/** The ring of a machine on which nobody gave SECRET_KEYS: made once, for its owner's eyes only. Two programs starting at once agree on one. */
export function openKeyFile(dataDir: string): SecretKey[] {
  const folder = join(dataDir, 'keys');
  const file = join(folder, 'ring');
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

const parse = (text: string): SecretKey[] =>
  text
    .trim()
    .split(/[,\n]/)
    .map((entry) => {
      const [id = '', key = ''] = entry.trim().split(':');
      return { id, key: new Secret(key) };
    });
