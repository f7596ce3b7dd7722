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
