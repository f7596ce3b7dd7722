import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Redis {
  readonly url: string;
  /** Everything that it knows is gone. */
  flush(): Promise<void>;
  /** Killed; one that is lent stays. */
  close(): Promise<void>;
  readonly lent: boolean;
}

/** One command, one line of answer. */
async function say(url: string, command: string): Promise<string> {
  const { hostname, port, password } = new URL(url);
  const socket = connect(Number(port || 6379), hostname);
  try {
    await once(socket, 'connect');
    socket.write(`${password === '' ? '' : `AUTH ${password}\r\n`}${command}\r\nQUIT\r\n`);
    const answers: Buffer[] = [];
    for await (const part of socket) answers.push(part as Buffer); // no encoding was set
    return Buffer.concat(answers).toString();
  } finally {
    socket.destroy();
  }
}

async function whenReady(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const answer = await say(url, 'PING').catch(String);
    if (answer.includes('PONG')) return;
    if (tries > 100) throw new Error(`Redis does not answer: ${answer}`);
    await sleep(50);
  }
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
  await whenReady(url);
  return {
    url,
    lent: lent !== undefined,
    async flush() {
      await say(url, 'FLUSHALL');
    },
    async close() {
      if (child && child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
