import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createClient } from 'redis';

export interface Redis {
  readonly url: string;
  /** Everything that it knows is gone. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

async function connected(url: string) {
  const client = createClient({ url, socket: { reconnectStrategy: (tries) => (tries > 100 ? false : 50) } });
  client.on('error', () => undefined); // until it listens
  await client.connect();
  return client;
}

/** One that is lent (BALCAO_TEST_REDIS_URL), or one of this machine's own; undefined where there is neither. */
export async function startRedis(port: number): Promise<Redis | undefined> {
  const lent = process.env['BALCAO_TEST_REDIS_URL'];
  const binary = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'redis-server'))
    .find(existsSync);
  if (lent === undefined && binary === undefined) return undefined;
  const url = lent ?? `redis://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'balcao-redis-'));
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const child: ChildProcess | undefined =
    lent === undefined && binary !== undefined ? spawn(binary, flags, { stdio: 'ignore' }) : undefined;
  const client = await connected(url);
  return {
    url,
    async flush() {
      await client.flushAll();
    },
    async close() {
      if (client.isOpen) client.destroy();
      if (child && child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
