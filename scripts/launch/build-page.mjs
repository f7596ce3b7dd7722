import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { say, stop } from './say.mjs';

const skipped = new Set(['node_modules', 'dist']);

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (skipped.has(entry.name) || entry.name.startsWith('.') || entry.name.includes('.test.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

function hashOf(root, folders) {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of filesIn(join(root, folder)))
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function markOf(folder) {
  try {
    return readFileSync(join(folder, '.built-from'), 'utf8');
  } catch {
    return undefined;
  }
}

/** The pages of the house, with all that goes into them. */
const pages = {
  panel: { called: 'The panel', from: ['apps/panel', 'packages/client', 'packages/contract'] },
  phone: { called: 'The phone page', from: ['apps/phone', 'packages/contract'] },
};

/** Builds a page when its sources changed since `dist` was made; built beside and swapped in, so that two at once do no harm. */
export function buildPage(name, root, node, { required }) {
  const { called, from } = pages[name];
  const page = join(root, 'apps', name);
  const dist = join(page, 'dist');
  if (!existsSync(page)) return; // a copy of the house without its pages
  const wanted = hashOf(root, from);
  if (markOf(dist) === wanted) return;
  const fresh = join(page, `.dist-${process.pid}`);
  const old = `${fresh}-old`;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--configLoader', 'native', '--logLevel', 'error', '--outDir', fresh, '--emptyOutDir'];
  const done = spawnSync(node, args, { cwd: page, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } });
  try {
    if (done.status !== 0)
      throw new Error(`${done.stdout}${done.stderr}`.trim() || String(done.error ?? `exit ${done.status}`));
    writeFileSync(join(fresh, '.built-from'), wanted);
    try {
      renameSync(dist, old);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    renameSync(fresh, dist);
  } catch (error) {
    if (markOf(dist) !== wanted) {
      say(error.message);
      const sentence = `${called} could not be built; the reason is above.`;
      if (required) stop(sentence);
      say(`${sentence} Everything else starts.`);
    }
  } finally {
    for (const path of [fresh, old]) rmSync(path, { recursive: true, force: true });
  }
}
