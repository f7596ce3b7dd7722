import { withConveyor } from '@balcao/db';
import { testCtx } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { cleanJobs } from './clean-jobs.ts';
import { announceJobs, createRunner, enqueue, enqueueDead, enqueueMany, listDead } from './index.ts';
import { noteJob } from './testing/note-job.ts';
import { until } from './testing/until.ts';

const ctx = await testCtx();
const job = noteJob('notes.write');
const other = noteJob('notes.read');
const nothing = async () => undefined;

test('a job without a handler, with two, defined twice, or a handler without a job stop the program at boot, all named at once', () => {
  const handlers = [{ 'notes.write': nothing, 'notes.burn': nothing }, { 'notes.write': nothing }];
  expect(() => createRunner(ctx, [job, job, other], handlers)).toThrow(
    /"notes.write" has two handlers; "notes.write" is defined twice; "notes.read" has no handler; the handler "notes.burn" belongs to no job/,
  );
  expect(() => createRunner(ctx, [job, other], { 'notes.write': nothing, 'notes.read': nothing })).not.toThrow();
  expect(() => noteJob('Notes')).toThrow(/room\.verb/);
});

test('what waits, runs, failed and is dead can be read as metrics, by name', async () => {
  let go = () => undefined as void;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const handler = async (_ctx: unknown, note: { text: string }) => {
    if (note.text === 'fails') throw new Error('as planned');
    await gate;
  };
  const patient = { ...job, backoff: { baseMs: 1e6, maxMs: 1e6, floorMs: 1e6 } };
  const runner = createRunner(ctx, [patient], { [job.name]: handler }, { concurrency: 2 });
  await runner.start();
  await withConveyor(ctx, async (tx) => {
    await enqueueMany(
      tx,
      ctx,
      patient,
      ['fails', 'one', 'two', 'three'].map((text) => ({ payload: { text } })),
    );
    await enqueueDead(tx, ctx, patient, { text: 'dead' }, { reason: 'from elsewhere', attempts: 6 });
  });
  /** All from one reading: between two of them a job may end. */
  const counts = async () => {
    const lines = (await ctx.metrics.text()).split('\n');
    const of = (name: string) =>
      Number(
        lines
          .find((one) => one.startsWith(`balcao_jobs_${name}{`))
          ?.split(' ')
          .at(-1),
      );
    return { running: of('running'), failed: of('failed'), backlog: of('backlog'), dead: of('dead') };
  };
  await expect.poll(counts, { timeout: 10_000, interval: 20 }).toEqual({ running: 2, failed: 1, backlog: 2, dead: 1 });
  expect(await ctx.metrics.text()).toMatch(/balcao_jobs_oldest_seconds\{[^}]*\} \d*\.?\d*[1-9]/);
  go();
  await expect.poll(counts, { timeout: 10_000, interval: 20 }).toMatchObject({ backlog: 1 });
  await runner.stop();
  const text = await ctx.metrics.text();
  expect(text).toMatch(/balcao_jobs_ended_total\{[^}]*outcome="done"[^}]*\} 3/);
  expect(text).toMatch(/balcao_job_duration_seconds_count\{[^}]*job="notes.write"[^}]*\} 4/);
});

test('dead letters are forgotten after thirty days, workers after one', async () => {
  await withConveyor(ctx, (tx) => enqueueDead(tx, ctx, job, { text: 'old' }, { reason: 'x', attempts: 1 }));
  await ctx.db.login.query(`update dead_jobs set failed_at = now() - interval '29 days'`);
  await ctx.db.login.query(
    `insert into workers (id, host, pid, pid_start, role, seen_at) values (gen_random_uuid(), 'h', 1, '1', 'all', now() - interval '25 hours')`,
  );
  await cleanJobs(ctx);
  expect((await listDead(ctx)).length).toBeGreaterThan(0);
  expect((await ctx.db.login.query(`select from workers where host = 'h'`)).rowCount).toBe(0);
  await ctx.db.login.query(`update dead_jobs set failed_at = now() - interval '31 days'`);
  await cleanJobs(ctx);
  expect(await listDead(ctx)).toEqual([]);
});

test('how many jobs that do nothing go through in a second is printed', async () => {
  const COUNT = 3_000;
  let done = 0;
  const runner = createRunner(ctx, [job], { [job.name]: async () => void done++ }, { concurrency: 20 });
  const entries = Array.from({ length: COUNT }, (_, n) => ({ payload: { text: String(n) } }));
  await withConveyor(ctx, async (tx) => {
    for (let from = 0; from < COUNT; from += 500) await enqueueMany(tx, ctx, job, entries.slice(from, from + 500));
  });
  let since = performance.now();
  await runner.start();
  await until(() => done >= COUNT, 20_000);
  process.stdout.write(`drain: ${Math.round((COUNT / (performance.now() - since)) * 1_000)} jobs/s\n`);
  since = performance.now();
  const latencies: number[] = [];
  for (let n = 0; n < 50; n++) {
    const before = done;
    const at = performance.now();
    await withConveyor(ctx, (tx) => enqueue(tx, ctx, job, { text: 'one' }));
    while (done === before) await new Promise((resolve) => setImmediate(resolve));
    latencies.push(performance.now() - at);
  }
  latencies.sort((a, b) => a - b);
  process.stdout.write(`enqueue to run: p50 ${latencies[25]?.toFixed(1)} ms, p98 ${latencies[49]?.toFixed(1)} ms\n`);
  await runner.stop();
  expect(done).toBe(COUNT + 50);
}, 30_000);

test('a process without a runner tells the others after its commits, not once for each', async () => {
  const heard: string[] = [];
  const unlisten = await ctx.db.listen('jobs', (from) => void heard.push(from));
  const silence = announceJobs(ctx);
  heard.length = 0;
  await Promise.all(Array.from({ length: 20 }, () => withConveyor(ctx, (tx) => enqueue(tx, ctx, job, { text: 'x' }))));
  await until(() => heard.length > 0);
  silence();
  await withConveyor(ctx, (tx) => enqueue(tx, ctx, job, { text: 'unheard' }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard.length).toBeLessThan(20);
  await unlisten();
});
