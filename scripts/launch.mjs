// `npm start`, `npm test`, `npm run balcao|check|bench` all come through here. Plain JavaScript without dependencies: on a fresh
// clone this runs on whatever Node is there (18 or newer), before anything is installed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { become } from './launch/become.mjs';
import { buildPage } from './launch/build-page.mjs';
import { ensureInstalled } from './launch/ensure-installed.mjs';
import { findNode } from './launch/find-node.mjs';
import { stop } from './launch/say.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => join(root, ...parts);
const production = process.env.NODE_ENV === 'production';
const server = inRoot('apps', 'server', 'src', 'main.ts');
// Garbage is cheaper to collect often than to keep: 110 MiB under load instead of 250, at the same speed.
const serverFlags = JSON.parse(readFileSync(inRoot('scripts', 'launch', 'server-flags.json'), 'utf8'));

const commands = {
  start: {
    pages: production ? ['panel'] : ['panel', 'phone'],
    dev: !production,
    run: [...serverFlags, server, 'serve'],
  },
  cli: { pages: [], dev: !production, run: [server] },
  test: { pages: ['panel', 'phone'], dev: true, run: [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run'] },
  check: { pages: [], dev: true, run: [inRoot('scripts', 'check.ts')] },
  bench: { pages: [], dev: true, run: [inRoot('bench', 'main.ts')] },
};

const [name = 'start', ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!command) stop(`"${name}" is not something to launch. There is: ${Object.keys(commands).join(', ')}.`, 2);

ensureInstalled(root, { dev: command.dev });
const node = findNode(root);
for (const page of command.pages) buildPage(page, root, node, { required: name === 'test' });
become(node, [...command.run, ...rest]);
