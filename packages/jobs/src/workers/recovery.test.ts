import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openDb, withConveyor } from '@balcao/db';
import { Secret, systemClock } from '@balcao/kernel';
import { quietLog, testCtx, testDatabaseUrl } from '@balcao/testkit';
import { afterAll, expect, test } from 'vitest';
import {
  createRunner,
  enqueue,
  type Heartbeat,
  type JobHandlers,
  listDead,
  type Runner,
  startHeartbeat,
} from '../index.ts';
import { noteJob } from '../testing/note-job.ts';
import { until } from '../testing/until.ts';

const { url } = await testDatabaseUrl();
const base = await testCtx();
const parts = { clock: systemClock, log: quietLog, metrics: base.metrics };
const db = await openDb({ dataDir: '', database: { kind: 'external', url: new Secret(url) } }, parts);
const ctx = { ...base, db };
afterAll(() => db.close());

const job = noteJob('notes.write');
const script = fileURLToPath(new URL('../testing/doomed-worker.ts', import.meta.url));
const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

const tell = (line: string) => process.stdout.write(`${line}\n`);
const add = (text: string) => withConveyor(ctx, (tx) => enqueue(tx, ctx, job, { text }));

const heartbeat = await startHeartbeat(ctx);
afterAll(() => heartbeat.stop());

function runnerOf(done: string[], ears?: Heartbeat): Runner {
  const handlers: JobHandlers = { [job.name]: async (_, note: { text: string }) => void done.push(note.text) };
  return createRunner(ctx, [job], handlers, ears && { heartbeat: ears });
}

/** A worker in a process of its own that holds the next job for ever. */
async function doomed(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, url, ctx.config.dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

test('a worker is alive until it stops, and a silent one only dies for those who could have heard it', async () => {
  const silent = ctx.ids.uuid();
  await db.login.query(
    `insert into workers (id, host, pid, pid_start, role, seen_at) values ($1, 'elsewhere', 1, '1', 'worker', now() - interval '8 seconds')`,
    [silent],
  );
  const other = await startHeartbeat(ctx);
  expect(heartbeat.steady()).toBe(false);
  expect((await heartbeat.live()).sort()).toEqual([heartbeat.workerId, other.workerId, silent].sort());
  await other.stop();
  await until(() => heartbeat.steady(), 9_000);
  expect(await heartbeat.live()).toEqual([heartbeat.workerId]);
});

test('a job of a worker that is killed runs again within ten seconds, at a worker that was there already', async () => {
  await add('held');
  const child = await doomed();
  const done: string[] = [];
  const runner = runnerOf(done, heartbeat);
  await runner.start();
  child.kill('SIGKILL');
  const since = performance.now();
  await until(() => done.length > 0, 10_000);
  tell(`recovered ${Math.round(performance.now() - since)} ms after kill -9, by silence`);
  expect(done).toEqual(['held']);
  await runner.stop();
  expect(await heartbeat.live()).toContain(heartbeat.workerId);
});

test('after a restart on the same machine it runs again at once', async () => {
  await add('held');
  const child = await doomed();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const done: string[] = [];
  const runner = runnerOf(done);
  const since = performance.now();
  await runner.start();
  await until(() => done.length > 0, 1_500);
  tell(`recovered ${Math.round(performance.now() - since)} ms after a restart, by its pid`);
  expect(done).toEqual(['held']);
  await runner.stop();
});

test('a job that takes its worker along is given up after its last attempt', async () => {
  await add('poison');
  const runner = runnerOf([]);
  await db.login.query(
    `update jobs set state = 'running', attempts = 3, claimed_by = gen_random_uuid(), claimed_at = now()`,
  );
  expect(await runner.drain()).toBe(1);
  await runner.stop();
  const [dead] = await listDead(ctx);
  expect(dead).toMatchObject({ payload: { text: 'poison' }, attempts: 3 });
  expect(dead?.reason).toContain('the program ended in the middle of this job');
});
