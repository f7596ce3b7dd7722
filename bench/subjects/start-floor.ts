import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startFloorPostgres } from '../floors/start-floor-postgres.ts';
import type { GraphDouble, Line } from '../load/index.ts';
import type { Subject } from './subject.ts';

export type FloorName = 'bare-http' | 'one-insert' | 'floor-echo' | 'floor-echo-batch';

export async function startFloor(name: FloorName, line: Line, graph: GraphDouble): Promise<Subject> {
  const postgres = name === 'bare-http' ? undefined : await startFloorPostgres();
  const script = join(import.meta.dirname, '..', 'floors', `${name}.ts`);
  const args = [script, '--secret', line.appSecret, '--token', line.accessToken, '--graph', graph.url];
  args.push(
    '--phoneNumberId',
    line.phoneNumberId,
    '--socket',
    postgres?.socket ?? '',
    '--login',
    postgres?.login ?? '',
  );
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const said = await Promise.race([once(child.stdout, 'data'), exited.then(() => undefined)]);
  const port = /listening (\d+)/.exec(String(said?.[0]))?.[1];
  if (port === undefined || child.pid === undefined) throw new Error(`${name} did not start`);
  return {
    name,
    webhookUrl: `http://127.0.0.1:${port}/webhooks/whatsapp`,
    pids: { program: child.pid, postgres: postgres?.pid },
    async stop() {
      child.kill('SIGKILL');
      await exited;
      await postgres?.stop();
    },
  };
}
