import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMBEDDED_LOGIN, findRunning, keepPostgres } from '@balcao/db';
import { createLog } from '@balcao/kernel';

export interface FloorPostgres {
  readonly socket: string;
  readonly login: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The same binaries with the same settings as the program's own PostgreSQL, in a folder of its own. */
export async function startFloorPostgres(): Promise<FloorPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-floor-'));
  const keeper = await keepPostgres(folder, { mode: 'own', program: 'floor', log: createLog({ level: 'error' }) });
  return {
    socket: keeper.layout.socketDir,
    login: EMBEDDED_LOGIN,
    pid: findRunning(folder)?.pid ?? 0, // it is ready, so it has one
    async stop() {
      await keeper.stop(async () => false);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
