import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lookAtModules } from './look-at-modules.mjs';
import { stop } from './say.mjs';

const install = fileURLToPath(new URL('install.mjs', import.meta.url));

/** Installs the dependencies when they are not those of package-lock.json; says nothing when they are. */
export function ensureInstalled(root, { dev }) {
  if (lookAtModules(root, dev) === 'whole') return;
  const args = [process.execPath, install, root, dev ? 'dev' : 'production'];
  // Two commands at once: the kernel's lock on package.json lets one install while the other waits, and dies with its holder.
  let done = spawnSync('flock', ['--exclusive', join(root, 'package.json'), ...args], { stdio: 'inherit' });
  if (done.error) done = spawnSync(args[0], args.slice(1), { stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
  if (lookAtModules(root, dev) !== 'whole') {
    stop('npm finished, but node_modules is not what package-lock.json asks for. Delete node_modules and try again.');
  }
}
