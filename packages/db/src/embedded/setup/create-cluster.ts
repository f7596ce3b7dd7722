import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '@balcao/kernel';
import type { Layout } from '../layout.ts';
import { giveTo, type Identity } from './identity.ts';
import type { ClusterOptions } from './settings.ts';

/** The superuser of an embedded PostgreSQL; the socket's folder is what keeps others out. */
export const EMBEDDED_LOGIN = 'balcao';

/** Makes the data directory beside its place and moves it there whole: one that exists is one that was finished. */
export async function createCluster(
  layout: Layout,
  binDir: string,
  identity: Identity,
  options: ClusterOptions,
): Promise<void> {
  if (existsSync(join(layout.cluster, 'PG_VERSION'))) return;
  const nursery = join(layout.dataDir, 'postgres.new');
  rmSync(nursery, { recursive: true, force: true });
  mkdirSync(nursery, { mode: 0o700 });
  giveTo(identity, nursery);
  const half = join(nursery, 'cluster');
  const args = ['--pgdata', half, '--username', EMBEDDED_LOGIN, '--encoding', 'UTF8', '--locale', 'C'];
  args.push(
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
    '--auth-local',
    'trust',
    '--auth-host',
    'reject',
  );
  if (!options.durable) args.push('--no-sync');
  await runInitdb([...identity.prefix, join(binDir, 'bin', 'initdb'), ...args], identity);
  // An empty folder is a mount point or an operator's mkdir; anything else in the way is not ours to remove.
  if (existsSync(layout.cluster) && readdirSync(layout.cluster).length === 0)
    rmSync(layout.cluster, { recursive: true });
  renameSync(half, layout.cluster);
  rmSync(nursery, { recursive: true, force: true });
}

function runInitdb(command: readonly string[], identity: Identity): Promise<void> {
  const [file = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...identity.spawn,
      cwd: '/',
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' },
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', (error) =>
      reject(new Fault('unavailable', `PostgreSQL's initdb could not be started: ${error.message}`, {}, error)),
    );
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const reason = /No space left on device/.test(said)
        ? 'the disk is full'
        : said.trim().split('\n').slice(-4).join(' | ');
      reject(new Fault('unavailable', `PostgreSQL's data directory could not be made: ${reason}`));
    });
  });
}

/** A data directory can be opened by its own major version only. */
export function checkMajor(layout: Layout, major: number): void {
  const file = join(layout.cluster, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8').trim();
  if (found === String(major)) return;
  const sentence = `The database in ${dirname(file)} was made by PostgreSQL ${found}; this Balcão brings PostgreSQL ${major}, which cannot open it. Nothing was changed. docs/upgrade-postgresql.md says how to move it.`;
  throw new Fault('unavailable', sentence);
}
