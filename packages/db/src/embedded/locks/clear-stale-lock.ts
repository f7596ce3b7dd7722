import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isPostmasterOf } from './process-state.ts';

/**
 * PostgreSQL takes a zombie, or a stranger with the old process's number, for a running server and refuses to start. A process that
 * is simply gone is left to PostgreSQL, which checks its shared memory too. Only for the holder of the keeper's lock.
 */
export function clearStaleLock(cluster: string, socketDir: string): void {
  const socketLock = join(socketDir, '.s.PGSQL.5432.lock');
  for (const file of [join(cluster, 'postmaster.pid'), socketLock]) {
    const pid = pidIn(file);
    if (pid === undefined || !exists(pid)) continue;
    if (!isPostmasterOf(pid, realpathSync(cluster))) rmSync(file, { force: true });
  }
}

function pidIn(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
