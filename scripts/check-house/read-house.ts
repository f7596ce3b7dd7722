import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { House } from './house.ts';
import { readSource } from './read-source.ts';

const tops = ['apps', 'packages', 'tests', 'bench', 'scripts'];
const skipped = new Set(['node_modules', 'dist', 'migrations', 'coverage', 'test-results', 'results', 'data']);
const isCode = /\.(ts|tsx|mts)$/;
const generated = /\.(gen|d)\.ts$/;

function* filesUnder(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name) && !entry.name.startsWith('.')) yield* filesUnder(root, path);
    } else if (isCode.test(entry.name) && !generated.test(entry.name)) yield path;
  }
}

/** `@balcao/db` → packages/db/src/index.ts, `@balcao/core/messages` → packages/core/src/messages/index.ts: read from the workspaces' own `exports`. */
function readDoors(root: string): (specifier: string) => string | undefined {
  const byName = new Map<string, { folder: string; exports: Record<string, string> }>();
  for (const top of ['apps', 'packages']) {
    if (!existsSync(join(root, top))) continue;
    for (const name of readdirSync(join(root, top))) {
      const file = join(root, top, name, 'package.json');
      if (!existsSync(file)) continue;
      const { name: packageName, exports = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
        name: string;
        exports?: Record<string, string>;
      };
      byName.set(packageName, { folder: posix.join(top, name), exports });
    }
  }
  return (specifier) => {
    const [scope, name, ...rest] = specifier.split('/');
    const found = byName.get(`${scope}/${name}`);
    if (!found) return undefined;
    const target =
      rest.length === 0
        ? found.exports['.']
        : (found.exports[`./${rest.join('/')}`] ?? found.exports['./*']?.replace('*', rest.join('/')));
    return target === undefined ? undefined : posix.join(found.folder, target);
  };
}

/** Reads every source of the repository. */
export function readHouse(root: string): House {
  const throughDoor = readDoors(root);
  const resolve = (from: string, specifier: string) =>
    specifier.startsWith('.') ? posix.join(dirname(from), specifier) : throughDoor(specifier);
  const sources = new Map<string, ReturnType<typeof readSource>>();
  for (const top of tops) {
    if (!existsSync(join(root, top))) continue;
    for (const path of filesUnder(root, top))
      sources.set(path, readSource(path, readFileSync(join(root, path), 'utf8'), resolve));
  }
  return { sources };
}
