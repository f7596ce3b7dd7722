import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '@balcao/kernel';
import { findRunning } from './find-running.ts';
import type { Layout } from './layout.ts';
import { binaries } from './setup/binaries.ts';
import { checkMajor, createCluster } from './setup/create-cluster.ts';
import { chooseIdentity } from './setup/identity.ts';
import { installBinaries } from './setup/install-binaries.ts';
import { prepareFolders } from './setup/prepare-folders.ts';
import { type ClusterOptions, writeSettings } from './setup/settings.ts';
import { startPostgres } from './start-postgres.ts';
import { isGone, stopPostgres } from './stop-postgres.ts';

export interface BringUpOptions extends ClusterOptions {
  readonly endsWithUs: boolean;
  /** Where the copy of the binaries lies; the data folder unless several clusters share it. */
  readonly binParent?: string;
}

export interface Up {
  readonly pid: number;
  /** Absent: it was running already (an orphan of a killed program, or left by a command). */
  readonly child?: ChildProcess;
}

/** How long a shutdown begun by the one before us may take before it is cut short. */
const SHUTDOWN_PATIENCE_MS = 2_500;
const RECOVERY_PATIENCE_MS = 120_000;

/** After this PostgreSQL accepts connections. Only for the holder of the keeper's lock. */
export async function bringUp(layout: Layout, options: BringUpOptions): Promise<Up> {
  const since = performance.now();
  for (let running = findRunning(layout.dataDir); running !== undefined; running = findRunning(layout.dataDir)) {
    if (running.state === 'ready') return { pid: running.pid };
    if (running.state === 'stopping' && !(await isGone(running.pid, SHUTDOWN_PATIENCE_MS)))
      await stopPostgres(running.pid, 0);
    if (performance.now() - since > RECOVERY_PATIENCE_MS) {
      throw new Fault(
        'unavailable',
        `PostgreSQL (process ${running.pid}) has been starting for too long: see ${layout.logFile}`,
      );
    }
    await sleep(10);
  }
  const from = binaries();
  checkMajor(layout, from.major);
  const binDir = installBinaries(from, options.binParent ?? layout.dataDir);
  const identity = chooseIdentity(join(binDir, 'bin', 'postgres'), layout.dataDir);
  prepareFolders(layout, identity);
  await createCluster(layout, binDir, identity, options);
  writeSettings(layout, options);
  const child = await startPostgres(layout, { binDir, identity, endsWithUs: options.endsWithUs });
  return { pid: child.pid as number, child }; // it became ready, so it has one
}
