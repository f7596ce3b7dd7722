import { type DbCtx, sql, withConveyor } from '@balcao/db';
import { testCtx } from '@balcao/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRunner, enqueueMany, listDead, replayDead } from './index.ts';
import { type Note, noteJob } from './testing/note-job.ts';
import { until } from './testing/until.ts';

const job = noteJob('notes.write', {
  lane: (note) => note.lane ?? '',
  maxAttempts: 3,
  backoff: { baseMs: 1, maxMs: 4 },
});
const ctx = await testCtx();
const left = sql('test/lanes-left', 'select count(*) as n from jobs');
const wipe = sql('test/lanes-wipe', 'delete from dead_jobs');

const runnerOf = (on: DbCtx, handler: (note: Note, attempt: number) => Promise<void>) =>
  createRunner(on, [job], { [job.name]: (_ctx, note: Note, info) => handler(note, info.attempt) }, { concurrency: 4 });

interface Plan {
  readonly lane: number;
  /** How many attempts fail; 3 is all of them. */
  readonly failures: number;
}

const plans = fc.array(fc.record({ lane: fc.nat(4), failures: fc.constantFrom(0, 0, 0, 0, 1, 2, 3) }), {
  minLength: 5,
  maxLength: 40,
});

async function runAll(
  plan: readonly Plan[],
): Promise<{ ended: Map<string, number[]>; together: boolean; dead: number }> {
  const ended = new Map<string, number[]>();
  const inLane = new Map<string, number>();
  let together = false;
  async function handler(note: Note, attempt: number): Promise<void> {
    const lane = note.lane ?? '';
    const running = (inLane.get(lane) ?? 0) + 1;
    inLane.set(lane, running);
    together ||= running > 1;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 2));
    inLane.set(lane, running - 1);
    const n = Number(note.text);
    const failures = plan[n]?.failures ?? 0;
    if (attempt > failures || attempt === 3) ended.set(lane, [...(ended.get(lane) ?? []), n]);
    if (attempt <= failures) throw new Error('planned');
  }
  const runners = [runnerOf(ctx, handler), runnerOf(ctx, handler)];
  await Promise.all(runners.map((runner) => runner.start()));
  // In two transactions: the order within one is kept too.
  const entries = plan.map(({ lane }, n) => ({ payload: { text: String(n), lane: `lane ${lane}` } }));
  const half = Math.floor(entries.length / 2);
  for (const some of [entries.slice(0, half), entries.slice(half)])
    await withConveyor(ctx, (tx) => enqueueMany(tx, ctx, job, some));
  await until(async () => (await withConveyor(ctx, (tx) => tx.one<{ n: number }>(left)))?.n === 0, 15_000);
  await Promise.all(runners.map((runner) => runner.stop()));
  return { ended, together, dead: (await listDead(ctx)).length };
}

test('jobs of one lane run one at a time and in order over two runners, whatever fails, and a dead one does not block', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      await withConveyor(ctx, (tx) => tx.run(wipe));
      const { ended, together, dead } = await runAll(plan);
      expect(together).toBe(false);
      for (const order of ended.values()) expect(order).toEqual([...order].sort((a, b) => a - b));
      expect([...ended.values()].flat().length).toBe(plan.length);
      expect(dead).toBe(plan.filter(({ failures }) => failures === 3).length);
    }),
    { numRuns: 8 },
  );
}, 60_000);

test('a replayed dead letter goes to the end of its lane', async () => {
  await withConveyor(ctx, (tx) => tx.run(wipe));
  const order: string[] = [];
  let broken = true;
  const runner = runnerOf(ctx, async (note) => {
    if (note.text === 'first' && broken) throw new Error('broken');
    order.push(note.text);
  });
  const entries = ['first', 'second'].map((text) => ({ payload: { text, lane: 'one' } }));
  await runner.start();
  await withConveyor(ctx, (tx) => enqueueMany(tx, ctx, job, entries));
  await until(() => order.length === 1);
  broken = false;
  await replayDead(ctx, { all: true });
  await until(() => order.length === 2);
  await runner.stop();
  expect(order).toEqual(['second', 'first']);
});

test('a job that joins a lane while the one before it ends is not left standing', async () => {
  const done: string[] = [];
  const runner = runnerOf(ctx, async (note) => void done.push(note.text));
  await runner.start();
  const add = (text: string, wait: () => Promise<unknown>) =>
    withConveyor(ctx, async (tx) => {
      await enqueueMany(tx, ctx, job, [{ payload: { text, lane: 'tight' } }]);
      await wait();
    });
  let open = () => undefined as void;
  const gate = new Promise<void>((resolve) => (open = resolve));
  // The second is written down while the first is unfinished, and committed when that has long been done.
  await add('first', async () => undefined);
  const second = add('second', () => gate);
  await until(() => done.length === 1);
  open();
  await second;
  await until(() => done.length === 2, 500);
  await runner.stop();
  expect(done).toEqual(['first', 'second']);
});

test('what a killed process left standing in a lane comes forward by itself', async () => {
  const done: string[] = [];
  await ctx.db.login.query(`
    insert into jobs (id, name, lane, payload, state, run_at, max_attempts, created_at)
    select gen_random_uuid(), 'notes.write', ':left', jsonb_build_object('text', n::text), 'lined', now(), 1, now() from generate_series(1, 3) n`);
  const runner = runnerOf(ctx, async (note) => void done.push(note.text));
  await runner.start();
  await until(() => done.length === 3);
  await runner.stop();
  expect(done).toEqual(['1', '2', '3']);
});

test('a lane with thousands waiting does not slow the others, whatever PostgreSQL knows of the table', async () => {
  await ctx.db.login.query(`
    insert into jobs (id, name, payload, state, run_at, max_attempts, created_at)
      select gen_random_uuid(), 'notes.write', '{"text":"some day"}', 'queued', now() + interval '1 day', 1, now() from generate_series(1, 10000)`);
  const entries = Array.from({ length: 10_000 }, (_, n) => ({ payload: { text: String(n), lane: 'long' } }));
  await withConveyor(ctx, (tx) => enqueueMany(tx, ctx, job, entries));
  await ctx.db.login.query('analyze jobs');
  let done = 0;
  const runner = runnerOf(ctx, async (note) => {
    if (note.lane === 'long') await new Promise((resolve) => setTimeout(resolve, 50));
    else done++;
  });
  await runner.start();
  const since = performance.now();
  await withConveyor(ctx, (tx) =>
    enqueueMany(
      tx,
      ctx,
      job,
      Array.from({ length: 200 }, (_, n) => ({ payload: { text: '', lane: `short ${n}` } })),
    ),
  );
  await until(() => done === 200);
  expect(performance.now() - since).toBeLessThan(2_000);
  await runner.stop();
}, 60_000);
