import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMetrics, systemClock } from '@balcao/kernel';
import { quietLog } from '@balcao/testkit';
import { expect, onTestFinished } from 'vitest';
import type { Db } from '../db.ts';
import { type OpenDbOptions, openDb } from '../open-db.ts';
import { findRunning } from './find-running.ts';
import { stopPostgres } from './stop-postgres.ts';

/** A data folder for one test; whatever still runs on it afterwards is stopped. */
export function placeForTest(name = 'data'): string {
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

export async function openHere(dataDir: string, options: OpenDbOptions = {}): Promise<Db> {
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

export async function works(db: Db): Promise<void> {
  expect((await db.login.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
}

const openDbModule = pathToFileURL(fileURLToPath(new URL('../open-db.ts', import.meta.url))).href;
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
    import { openDb } from ${JSON.stringify(openDbModule)};
    const say = (line) => process.stdout.write(line + '\\n');
    const parts = { clock: systemClock, log: createLog({ level: 'silent' }), metrics: createMetrics() };
    const db = await openDb({ dataDir: ${JSON.stringify(dataDir)}, database: { kind: 'embedded' } }, parts, { mode: ${JSON.stringify(mode)} });
    say('open');
    ${body}`;
  const [file = '', ...args] = [...prefix, process.execPath, '--input-type=module', '--eval', text];
  const child = spawn(file, args, { cwd: here, stdio: ['ignore', 'pipe', 'inherit'] });
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
