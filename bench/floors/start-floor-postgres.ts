import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binaries } from '../../packages/db/src/embedded/binaries.ts';
import { createCluster, EMBEDDED_LOGIN } from '../../packages/db/src/embedded/create-cluster.ts';
import { chooseIdentity } from '../../packages/db/src/embedded/identity.ts';
import { installBinaries } from '../../packages/db/src/embedded/install-binaries.ts';
import { layoutOf } from '../../packages/db/src/embedded/layout.ts';
import { prepareDataDir, prepareFolders } from '../../packages/db/src/embedded/prepare-folders.ts';
import { writeSettings } from '../../packages/db/src/embedded/settings.ts';
import { startPostgres } from '../../packages/db/src/embedded/start-postgres.ts';
import { stopPostgres } from '../../packages/db/src/embedded/stop-postgres.ts';

export interface FloorPostgres {
  readonly socket: string;
  readonly login: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The same binaries with the same settings as the program's own PostgreSQL, in a folder of its own. */
export async function startFloorPostgres(): Promise<FloorPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-floor-'));
  const layout = layoutOf(folder);
  await prepareDataDir(layout.dataDir);
  const binDir = await installBinaries(binaries(), layout.dataDir);
  const identity = chooseIdentity(join(binDir, 'bin', 'postgres'));
  prepareFolders(layout, identity);
  await createCluster(layout, binDir, identity, { durable: true });
  writeSettings(layout, { durable: true });
  const child = await startPostgres(layout, { binDir, identity, endsWithUs: true });
  const pid = child.pid ?? 0; // it is ready, so it has one
  return {
    socket: layout.socketDir,
    login: EMBEDDED_LOGIN,
    pid,
    async stop() {
      await stopPostgres(pid, 10_000);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
