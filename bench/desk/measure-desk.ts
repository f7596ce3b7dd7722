import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMBEDDED_LOGIN, layoutOf } from '@balcao/db';
import { type Program, prepareProgram } from '@balcao/testkit';
import { Client } from 'pg';
import { chargeCpu } from '../machine/charge-cpu.ts';
import { askWhat, type Question } from './questions.ts';

export interface DeskTime {
  readonly what: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** Of the program and PostgreSQL for one answer: what a busy machine does not change. */
  readonly cpuMs: number;
  /** Of the machine, taken by other programs meanwhile. */
  readonly othersShare: number;
}

export interface DeskOptions {
  /** A folder that bench/seed filled; without one, one is made and taken away again. */
  readonly dataDir?: string | undefined;
  /** One twentieth of the company. */
  readonly short: boolean;
}

interface Seeded {
  readonly workspaceId: string;
}

const TIMES = 200;
/** Under the limit of requests per key and minute, which stays as everybody gets it. */
const KEYS = 8;

/** The real program on a seeded database, asked through its HTTP API, one question after the other. */
export async function measureDesk({ dataDir, short }: DeskOptions, say: (text: string) => void): Promise<DeskTime[]> {
  const folder = dataDir ?? join(mkdtempSync(join(tmpdir(), 'balcao-desk-')), 'data');
  const fresh = !existsSync(join(folder, 'seeded.json'));
  if (fresh) seed(folder, short, say);
  const program = await prepareProgram({ dataDir: folder });
  try {
    await program.start();
    const { workspaceId } = JSON.parse(readFileSync(join(folder, 'seeded.json'), 'utf8')) as Seeded; // written by the seed
    const client = new Client({ host: layoutOf(folder).socketDir, user: EMBEDDED_LOGIN, database: 'postgres' });
    await client.connect();
    const questions = await askWhat(client, workspaceId);
    await client.end();
    const keys = await makeKeys(program, workspaceId);
    const times: DeskTime[] = [];
    for (const question of questions) {
      const time = await ask(program, keys, question);
      say(
        `${time.what.padEnd(45)} p50 ${time.p50.toFixed(1)}  p95 ${time.p95.toFixed(1)}  p99 ${time.p99.toFixed(1)} ms`,
      );
      times.push(time);
    }
    return times;
  } finally {
    await program.remove();
    if (fresh && dataDir === undefined) rmSync(join(folder, '..'), { recursive: true, force: true });
  }
}

function seed(folder: string, short: boolean, say: (text: string) => void): void {
  say(`seeding ${short ? 'a twentieth of ' : ''}the company; minutes when it is whole`);
  const size = short ? ['--contacts', '50000', '--tickets', '10000', '--messages', '250000'] : [];
  const main = join(import.meta.dirname, '../seed/main.ts');
  const done = spawnSync(process.execPath, [main, '--data-dir', folder, ...size], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (done.status !== 0) throw new Error('The seed failed.');
}

async function makeKeys(program: Program, workspaceId: string): Promise<string[]> {
  const keys: string[] = [];
  for (let n = 0; n < KEYS; n++) {
    const made = await program.cli<{ key: string }>(
      'apikey',
      'create',
      '--workspace',
      workspaceId,
      '--scopes',
      '*',
      '--name',
      `desk ${n}`,
    );
    keys.push(made.key);
  }
  return keys;
}

let turn = 0;
async function get(url: string, keys: readonly string[], { operation, inputs }: Question, n: number): Promise<number> {
  const input = new URLSearchParams(inputs[n % inputs.length]).toString();
  const key = keys[turn++ % keys.length] ?? '';
  for (;;) {
    const since = performance.now();
    const response = await fetch(`${url}/api/v1/${operation}?${input}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const text = await response.text();
    const took = performance.now() - since;
    if (response.ok) return took;
    if (response.status !== 429) throw new Error(`${operation}?${input}: ${response.status} ${text.slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, Number(response.headers.get('retry-after') ?? 1) * 1_000));
  }
}

async function ask(program: Program, keys: readonly string[], question: Question): Promise<DeskTime> {
  const { url } = program;
  // The first of each makes plans and fills caches, as the first person in the morning does.
  for (let n = 0; n < 10; n++) await get(url, keys, question, n);
  const charge = chargeCpu({ program: program.pid() ?? 0, postgres: program.postgresPid() });
  const times: number[] = [];
  for (let n = 0; n < TIMES; n++) times.push(await get(url, keys, question, n + 10));
  const spent = charge();
  const cpuMs = (spent.programMs + spent.postgresMs) / TIMES;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(TIMES - 1, Math.floor(share * TIMES))] ?? Number.NaN;
  return {
    what: question.what,
    count: TIMES,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    cpuMs,
    othersShare: spent.othersShare,
  };
}
