import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '@balcao/kernel';
import { findRunning } from './find-running.ts';
import type { Layout } from './layout.ts';
import { clearStaleLock } from './locks/clear-stale-lock.ts';
import { lastWords, openServerLog, sizeOfLog } from './server-log.ts';
import type { Identity } from './setup/identity.ts';

export interface StartOptions {
  readonly binDir: string;
  readonly identity: Identity;
  /** True: PostgreSQL ends with us, however we end. False: it may outlive us, for others that use it. */
  readonly endsWithUs: boolean;
}

const READY_WITHIN_MS = 120_000; // crash recovery of a full WAL on a slow disk
const SHARED_MEMORY_WAIT_MS = 10_000;

/** Resolves when connections are accepted. Only for the holder of the keeper's lock. */
export async function startPostgres(layout: Layout, options: StartOptions): Promise<ChildProcess> {
  const since = performance.now();
  for (;;) {
    clearStaleLock(layout.cluster, layout.socketDir);
    const from = sizeOfLog(layout.logFile);
    const child = launch(layout, options);
    if (await becomesReady(layout, child)) return child;
    const reason = lastWords(layout.logFile, from);
    // After kill -9 of the postmaster its backends need a moment to notice; until then they hold the shared memory.
    const waits = /shared memory|lock file/.test(reason) && performance.now() - since < SHARED_MEMORY_WAIT_MS;
    if (!waits) throw new Fault('unavailable', `PostgreSQL did not start: ${reason} (${layout.logFile})`);
    await sleep(30);
  }
}

function launch(layout: Layout, { binDir, identity, endsWithUs }: StartOptions): ChildProcess {
  const log = openServerLog(layout.logFile);
  const command = [...identity.prefix, ...(endsWithUs && hasSetpriv() ? ['setpriv', '--pdeathsig', 'INT', '--'] : [])];
  command.push(join(binDir, 'bin', 'postgres'), '-D', layout.cluster, '-c', `config_file=${layout.settings}`);
  const [file = '', ...args] = command;
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };
  try {
    // Detached: a Ctrl-C in our terminal is for us; we stop PostgreSQL when our work is put away.
    const child = spawn(file, args, { ...identity.spawn, cwd: '/', detached: true, stdio: ['ignore', log, log], env });
    child.on('error', () => undefined); // seen as `exitCode`/no pid by becomesReady
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

async function becomesReady(layout: Layout, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    const running = findRunning(layout.dataDir);
    if (running?.pid === child.pid && running.state === 'ready') return true;
    await sleep(5);
  }
  child.kill('SIGQUIT');
  return false;
}

let setpriv: boolean | undefined;
/** util-linux before 2.33 and other systems have none: then an orphan is adopted at the next start. */
function hasSetpriv(): boolean {
  setpriv ??=
    process.platform === 'linux' &&
    spawnSync('setpriv', ['--pdeathsig', 'INT', '--', 'true'], { stdio: 'ignore' }).status === 0;
  return setpriv;
}
