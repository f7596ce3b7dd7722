import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '@balcao/kernel';
import { layoutOf } from './layout.ts';
import { isPostmasterOf } from './locks/process-state.ts';

export interface RunningPostgres {
  readonly pid: number;
  /** What node-postgres takes as `host`. */
  readonly socketDir: string;
  readonly state: 'starting' | 'ready' | 'stopping';
}

/** The PostgreSQL that runs on this data folder now, whoever started it. */
export function findRunning(dataDir: string): RunningPostgres | undefined {
  const { cluster } = layoutOf(dataDir);
  const lines = readPidFile(cluster);
  const pid = Number(lines?.[0]);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0) return undefined;
  if (!isPostmasterOf(pid, realpathSync(cluster))) return undefined;
  // PostgreSQL's postmaster.pid: pid, data directory, start, port, socket directory, address, shared memory key, status.
  const status = lines[7]?.trim();
  return {
    pid,
    socketDir: lines[4] ?? '',
    state: status === 'ready' ? 'ready' : status === 'stopping' ? 'stopping' : 'starting',
  };
}

function readPidFile(cluster: string): string[] | undefined {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Fault(
      'unavailable',
      `The database in ${cluster} belongs to another user: run this as the user who runs Balcão.`,
      {},
      error,
    );
  }
}
