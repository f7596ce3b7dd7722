import { type DbCtx, inWorkspace, sql, withConveyor, withWorkspace } from '@balcao/db';
import { createLog } from '@balcao/kernel';
import { testCtx } from '@balcao/testkit';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createRunner, defineJob, enqueue, type JobHandlers, listDead, type Runner, replayDead } from './index.ts';
import { noteJob } from './testing/note-job.ts';
import { steppingClock } from './testing/stepping-clock.ts';
import { until } from './testing/until.ts';

const job = noteJob('notes.write');
const ctx = await testCtx();
const clock = steppingClock();
const slow: DbCtx = { ...ctx, clock, random: () => 0.5 };
const left = sql('test/jobs-left', 'select attempts, state, last_error as "lastError" from jobs');
const wipe = sql('test/jobs-wipe', 'with d as (delete from dead_jobs) delete from jobs');

const runners: Runner[] = [];
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  await withConveyor(ctx, (tx) => tx.run(wipe));
});

function runnerOf(handler: JobHandlers[string], on = slow, jobs = [job]): Runner {
  const runner = createRunner(on, jobs, Object.fromEntries(jobs.map(({ name }) => [name, handler])), { graceMs: 50 });
  runners.push(runner);
  return runner;
}
const add = (text: string, options = {}, on = slow) =>
  withConveyor(on, (tx) => enqueue(tx, on, job, { text }, options));
const jobsLeft = () => withConveyor(ctx, (tx) => tx.rows<{ attempts: number; state: string }>(left));

test('what is enqueued in a transaction runs when it is committed, and never when it is not', async () => {
  const done: string[] = [];
  await runnerOf(async (_, note: { text: string }) => void done.push(note.text), ctx).start();
  const stop = new Error('stop');
  const undone = withConveyor(ctx, async (tx) => {
    await enqueue(tx, ctx, job, { text: 'undone' });
    throw stop;
  });
  await expect(undone).rejects.toBe(stop);
  const since = performance.now();
  await withConveyor(ctx, (tx) => enqueue(tx, ctx, job, { text: 'committed' }));
  await until(() => done.length > 0);
  expect(performance.now() - since).toBeLessThan(500);
  expect(done).toEqual(['committed']);
  await until(async () => (await jobsLeft()).length === 0);
});

test('a job of another process is taken up at its NOTIFY, and without one within about a second', async () => {
  const done: string[] = [];
  await runnerOf(async (_, note: { text: string }) => void done.push(note.text), ctx).start();
  const raw = `insert into jobs (id, name, payload, state, run_at, max_attempts, created_at)
    values (gen_random_uuid(), 'notes.write', $1, 'queued', now() - interval '1 second', 1, now())`;
  for (const [text, within] of [
    ['told', 500],
    ['not told', 2_500],
  ] as const) {
    await ctx.db.login.query(raw, [JSON.stringify({ text })]);
    if (text === 'told') await ctx.db.login.query(`notify jobs, ''`);
    await until(() => done.includes(text), within);
  }
  expect(done).toEqual(['told', 'not told']);
});

test('the same dedupe key is one job until that is done', async () => {
  const done: string[] = [];
  const runner = runnerOf(async (_, note: { text: string }) => void done.push(note.text));
  expect(await add('first', { dedupeKey: 'k' })).toBeTypeOf('string');
  expect(await add('second', { dedupeKey: 'k' })).toBeUndefined();
  await add('other', { dedupeKey: 'l' });
  expect(await runner.drain()).toBe(2);
  await add('third', { dedupeKey: 'k' });
  await runner.drain();
  expect(done).toEqual(['first', 'other', 'third']);
});

test('a job runs no sooner than it is meant to', async () => {
  const runner = runnerOf(async () => undefined);
  await add('later', { runAt: new Date(clock.now().getTime() + 60_000) });
  expect(await runner.drain()).toBe(0);
  clock.advance(59_999);
  expect(await runner.drain()).toBe(0);
  clock.advance(1);
  expect(await runner.drain()).toBe(1);
});

test('a failing job is tried again after a growing wait, then becomes a dead letter whose reason names nobody', async () => {
  const attempts: [number, boolean][] = [];
  const runner = runnerOf(async (_ctx, _note, { attempt, lastAttempt }) => {
    attempts.push([attempt, lastAttempt]);
    throw new Error('no answer from +55 11 98765-4321, maria@example.com');
  });
  await add('x');
  await runner.drain();
  // Half of the first ceiling (random is 0.5), which is one second.
  clock.advance(499);
  expect(await runner.drain()).toBe(0);
  clock.advance(1);
  expect(await runner.drain()).toBe(1);
  clock.advance(999);
  expect(await runner.drain()).toBe(0);
  clock.advance(1);
  await runner.drain();
  expect(attempts).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ]);
  expect(await jobsLeft()).toEqual([]);
  const [dead] = await listDead(ctx);
  expect(dead).toMatchObject({ name: 'notes.write', attempts: 3, payload: { text: 'x' } });
  expect(dead?.reason).toContain('no answer from');
  expect(dead?.reason).not.toMatch(/98765|maria@/);
});

test('a dead letter is replayed with all its attempts: by id, by name, or all', async () => {
  const done: string[] = [];
  let broken = true;
  const runner = runnerOf(async (_, note: { text: string }, { attempt }) => {
    if (broken) throw new Error('broken');
    done.push(`${note.text} ${attempt}`);
  });
  for (const text of ['a', 'b', 'c']) await add(text);
  for (let n = 0; n < 3; n++, clock.advance(60_000)) await runner.drain();
  broken = false;
  const dead = await listDead(ctx, { name: 'notes.write' });
  expect(dead.map(({ payload }) => payload)).toEqual([{ text: 'c' }, { text: 'b' }, { text: 'a' }]);
  expect(await listDead(ctx, { before: dead[0]?.id ?? '', limit: 1 })).toEqual([dead[1]]);
  expect(await replayDead(slow, { ids: [dead[2]?.id ?? ''] })).toBe(1);
  expect(await replayDead(slow, { name: 'notes.other' })).toBe(0);
  expect(await replayDead(slow, { all: true })).toBe(2);
  await runner.drain();
  expect(done).toEqual(['a 1', 'b 1', 'c 1']);
  expect(await listDead(ctx)).toEqual([]);
});

test('a payload that does not fit is refused when enqueued, and a dead letter when it is from before a change', async () => {
  const runner = runnerOf(async () => undefined);
  const wrong = { text: 7 } as unknown as { text: string };
  await expect(withConveyor(slow, (tx) => enqueue(tx, slow, job, wrong))).rejects.toMatchObject({
    code: 'invalid_input',
  });
  const huge = withConveyor(slow, (tx) => enqueue(tx, slow, job, { text: 'x'.repeat(70_000) }));
  await expect(huge).rejects.toMatchObject({ code: 'over_limit' });
  await add('fine');
  await ctx.db.login.query(`update jobs set payload = '{"words": "from an old version"}'`);
  await runner.drain();
  const [dead] = await listDead(ctx);
  expect(dead?.reason).toContain('text: ');
  expect(dead?.reason).not.toContain('from an old version');
  expect(dead?.attempts).toBe(1);
});

test('a job belongs to the workspace of its transaction, and other workspaces neither see nor make it', async () => {
  const [ours, theirs] = [inWorkspace(slow, ctx.ids.uuid()), inWorkspace(slow, ctx.ids.uuid())];
  const seen: (string | undefined)[] = [];
  const runner = runnerOf(
    async (_ctx, _note, { workspaceId }) => {
      seen.push(workspaceId);
      throw new Error('always');
    },
    slow,
    [{ ...job, maxAttempts: 1 }],
  );
  await withWorkspace(ours, (tx) => enqueue(tx, ours, { ...job, maxAttempts: 1 }, { text: 'ours' }));
  expect(await withWorkspace(theirs, (tx) => tx.rows(left))).toEqual([]);
  const stolen = withWorkspace(theirs, (tx) =>
    enqueue(tx, theirs, job, { text: 'x' }, { workspaceId: ours.workspaceId }),
  );
  await expect(stolen).rejects.toThrow(/row-level security/);
  await runner.drain();
  expect(seen).toEqual([ours.workspaceId]);
  expect(await listDead(theirs)).toEqual([]);
  expect(await replayDead(theirs, { all: true })).toBe(0);
  expect((await listDead(ours)).map(({ workspaceId }) => workspaceId)).toEqual([ours.workspaceId]);
  expect(await replayDead(ours, { all: true })).toBe(1);
});

test('an attempt that takes too long is told to stop, counts as failed, and a handler that does not listen is left behind', async () => {
  let told = false;
  const runner = runnerOf(async (_ctx, note: { text: string }, { signal, attempt }) => {
    if (attempt > 1) return;
    signal.addEventListener('abort', () => (told = true));
    if (note.text === 'deaf') await new Promise(() => undefined);
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  });
  await add('listens');
  await add('deaf');
  const drained = runner.drain();
  await until(async () => (await jobsLeft()).every(({ state }) => state === 'running'));
  clock.advance(5_000);
  await until(() => told);
  await until(async () => (await jobsLeft()).some(({ state }) => state === 'queued'));
  clock.advance(5_000);
  expect(await drained).toBeGreaterThanOrEqual(2);
  clock.advance(60_000);
  await runner.drain();
  expect(await jobsLeft()).toEqual([]);
});

test('stopping lets jobs finish, and gives back what will not, without counting the attempt', async () => {
  const done: string[] = [];
  const first = runnerOf(async (_ctx, note: { text: string }, { signal }) => {
    if (note.text === 'long')
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('told to stop'))));
    else await new Promise((resolve) => setTimeout(resolve, 20));
    done.push(note.text);
  }, ctx);
  await first.start();
  await add('short', {}, ctx);
  await add('long', {}, ctx);
  await until(async () => (await jobsLeft()).every(({ state }) => state === 'running'));
  await first.stop();
  expect(done).toEqual(['short']);
  expect(await jobsLeft()).toMatchObject([{ attempts: 0, state: 'queued' }]);
  expect((await ctx.db.login.query('select from workers')).rowCount).toBe(0);
});

test('the database may go away in the middle of a job: it is done once', async () => {
  const done: string[] = [];
  let go = () => undefined as void;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const runner = runnerOf(async (_, note: { text: string }) => {
    done.push(note.text);
    await gate;
  }, ctx);
  await runner.start();
  await add('through', {}, ctx);
  await until(() => done.length === 1);
  await ctx.db.login.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  go();
  const settled = async () => (await jobsLeft()).length === 0;
  // Our own connections went too.
  await until(() => settled().catch(() => false));
  await add('after', {}, ctx);
  await until(() => done.includes('after'));
  expect(done).toEqual(['through', 'after']);
});

test('a job of a conversation says so in its context and on its lines of the log', async () => {
  const conversationId = ctx.ids.uuid();
  const talk = defineJob({
    name: 'talks.learn',
    schema: z.object({ conversationId: z.uuid() }),
    maxAttempts: 1,
    timeoutMs: 5_000,
  });
  const lines: object[] = [];
  const log = createLog({ level: 'debug', sink: { write: (line) => lines.push(JSON.parse(line)), flushSync() {} } });
  const seen: unknown[] = [];
  const runner = createRunner({ ...slow, log }, [talk], {
    'talks.learn': async (inside) => {
      seen.push(inside.correlationId);
      inside.log.info({}, 'from inside');
      throw new Error('as planned');
    },
  });
  runners.push(runner);
  await withConveyor(slow, (tx) => enqueue(tx, slow, talk, { conversationId }));
  await runner.drain();
  expect(seen).toEqual([conversationId]);
  expect(lines).toMatchObject([
    { msg: 'from inside', correlationId: conversationId, requestId: expect.any(String) },
    { msg: expect.stringContaining('given up'), correlationId: conversationId },
  ]);
});
