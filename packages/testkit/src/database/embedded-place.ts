import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Db, findRunning, type OpenDbOptions, openDb, stopPostgres } from '@balcao/db';
import { createMetrics, systemClock } from '@balcao/kernel';
import { onTestFinished } from 'vitest';
import { quietLog } from './quiet-log.ts';

/** A data folder for one test; whatever still runs on it afterwards is stopped. */
export function placeForCluster(name = 'data'): string {
  const parent = mkdtempSync(join(tmpdir(), 'balcao-place-'));
  chmodSync(parent, 0o755); // as root, PostgreSQL runs as another user
  const dataDir = join(parent, name);
  onTestFinished(async () => {
    const running = findRunning(dataDir);
    if (running) await stopPostgres(running.pid, 2_000);
    rmSync(parent, { recursive: true, force: true });
  });
  return dataDir;
}

export async function openEmbedded(dataDir: string, options: OpenDbOptions = {}): Promise<Db> {
  const parts = { clock: systemClock, log: quietLog, metrics: createMetrics() };
  const db = await openDb({ dataDir, database: { kind: 'embedded' } }, parts, options);
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= db.close();
    return closed;
  };
  onTestFinished(close);
  return { ...db, close };
}

export const answers = (db: Db): Promise<boolean> =>
  db.login.query('select 1').then(
    () => true,
    () => false,
  );

const here = fileURLToPath(new URL('../..', import.meta.url));

/** Another program: opens the database as `db`, then runs `body`; `say` prints a line. `prefix`: run it through another command. */
export function otherProgram(
  dataDir: string,
  mode: 'own' | 'join-or-start',
  body: string,
  prefix: readonly string[] = [],
): ChildProcess & { lines: string[] } {
  const text = `
    import { createLog, createMetrics, systemClock } from '@balcao/kernel';
    import { openDb } from '@balcao/db';
    const say = (line) => process.stdout.write(line + '\\n');
    const parts = { clock: systemClock, log: createLog({ level: 'silent' }), metrics: createMetrics() };
    const db = await openDb({ dataDir: ${JSON.stringify(dataDir)}, database: { kind: 'embedded' } }, parts, { mode: ${JSON.stringify(mode)} });
    say('open');
    ${body}`;
  const args = [...prefix, process.execPath, '--input-type=module', '--eval', text];
  const child = spawn(args[0] ?? '', args.slice(1), { cwd: here, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  let rest = '';
  child.stdout.on('data', (chunk) => {
    rest += chunk;
    const parts = rest.split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return Object.assign(child, { lines });
}

export const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', (code) => resolve(code)));
