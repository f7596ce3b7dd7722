// node install.mjs ROOT dev|production: run by ensure-installed.mjs while it holds the lock.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { lookAtModules } from './look-at-modules.mjs';
import { say, stop } from './say.mjs';

const [root, kind] = process.argv.slice(2);
const dev = kind === 'dev';
const state = lookAtModules(root, dev);
if (state === 'whole') process.exit(0); // whoever held the lock before us did it

const modules = join(root, 'node_modules');
try {
  accessSync(existsSync(modules) ? modules : root, constants.W_OK);
} catch {
  stop(
    `Dependencies are missing and this user cannot write to ${root}. Run \`npm ci\` there once as its owner; ` +
      'from then on even a read-only checkout works, with DATA_DIR set to a folder that can be written.',
  );
}

say(
  state === 'none'
    ? 'Installing the dependencies (once, under a minute) …'
    : 'Installing the dependencies that changed …',
);
const started = Date.now();
const args = [
  'install',
  '--no-save', // as `npm ci` by the lock file, but it adds to what is there, and forgives a lock that another registry left incomplete
  ...(dev ? ['--include=dev'] : ['--omit=dev']),
  ...['--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'],
  ...['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'],
];
const { npm_execpath: npm } = process.env;
const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
const done = spawnSync(program, [...first, ...args], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'pipe'],
});

if (done.error) stop(`npm could not be started (${done.error.message}). Balcão is installed with npm 9 or newer.`);
if (done.status !== 0) {
  const output = `${done.stdout}\n${done.stderr}`.trim();
  say(output.split('\n').slice(-15).join('\n'));
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|E?TIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/.test(output)
  ) {
    stop(
      'The npm registry could not be reached. Check the network, the proxy and `npm config get registry`, then try again.',
    );
  }
  if (/ENOSPC/.test(output)) stop('The disk is full: the dependencies take about 700 MB.');
  if (/EACCES|EPERM|EROFS/.test(output))
    stop(`A file could not be written: does everything in ${root} belong to this user?`);
  stop(
    'npm could not install the dependencies; its own words are above. Deleting node_modules and trying again often helps.',
  );
}
say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
