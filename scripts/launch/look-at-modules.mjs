import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const machine = `${process.platform}-${process.arch}`;
const stampOf = (lock, dev) =>
  `${createHash('sha256').update(lock).digest('hex')} ${machine} ${dev ? 'dev' : 'production'}\n`;

/** npm keeps its own record of what is in node_modules: compared entry by entry, so that a plain `npm ci` by hand counts too. */
function holds(record, lock, dev) {
  const have = JSON.parse(record).packages;
  return Object.entries(JSON.parse(lock).packages).every(([path, wanted]) => {
    if (!`/${path}`.includes('/node_modules/') || (wanted.dev && !dev)) return true;
    const found = have[path];
    if (!found) return Boolean(wanted.optional);
    return found.version === wanted.version && (!wanted.link || found.resolved === wanted.resolved);
  });
}

/**
 * 'whole' when node_modules holds what package-lock.json asks for, 'partly' when npm can add what is new, 'none' when to start over.
 * The marker makes the second look cost a millisecond.
 */
export function lookAtModules(root, dev) {
  const lock = read(join(root, 'package-lock.json'));
  const record = read(join(root, 'node_modules', '.package-lock.json'));
  if (lock === undefined || record === undefined) return 'none';
  const marker = join(root, 'node_modules', '.balcao-installed');
  const marked = read(marker);
  if (marked === stampOf(lock, dev) || marked === stampOf(lock, true)) return 'whole';
  if (marked && !marked.includes(` ${machine} `)) return 'none'; // carried over from another kind of machine
  if (!holds(record, lock, dev)) return 'partly';
  try {
    writeFileSync(marker, stampOf(lock, dev));
  } catch {
    // A read-only checkout: compared again next time.
  }
  return 'whole';
}
