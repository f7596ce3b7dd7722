import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestCluster, type TestCluster } from './test-cluster.ts';

/** What a worker is told: where to copy a database from. */
export type HostAnswer = { readonly server: string; readonly template: string } | { readonly failed: string };

export interface DatabaseHost {
  /** Whoever connects is sent a HostAnswer. */
  readonly socket: string;
  stop(): Promise<void>;
}

const PREFIX = 'balcao-test-';

/** Starts nothing until the first test asks; then one cluster for the whole run. `external`: a server to use instead. */
export async function openDatabaseHost(external: string): Promise<DatabaseHost> {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const socket = join(folder, 'host.sock');
  let cluster: Promise<TestCluster> | undefined;
  const server = createServer((asker) => {
    asker.on('error', () => undefined); // a worker that was stopped while it waited
    cluster ??= startTestCluster(folder, external);
    cluster.then(
      ({ url, template }) => asker.end(JSON.stringify({ server: url, template } satisfies HostAnswer)),
      (error: unknown) => asker.end(JSON.stringify({ failed: String(error) } satisfies HostAnswer)),
    );
  });
  await listening(server, socket);
  return {
    socket,
    async stop() {
      server.close();
      const started = await cluster?.catch(() => undefined);
      await started?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}

/** What killed runs left behind. Their PostgreSQL ended with them. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // another user's
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
