import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { backoff } from './backoff.ts';
import { createBatcher } from './batcher.ts';
import type { Fault } from './errors.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

test('while one batch runs, the next gathers; each caller gets the answer of its own item', async () => {
  const batches: number[][] = [];
  const batcher = createBatcher<number, string>({
    maxItems: 100,
    run: async (items) => {
      batches.push(items);
      await new Promise((resolve) => setTimeout(resolve, 10));
      return items.map((n) => `answer ${n}`);
    },
  });
  const first = batcher.add(0);
  await tick();
  await tick();
  const others = Array.from({ length: 20 }, (_, i) => batcher.add(i + 1));
  expect(await first).toBe('answer 0');
  expect(await Promise.all(others)).toEqual(Array.from({ length: 20 }, (_, i) => `answer ${i + 1}`));
  expect(batches.map((batch) => batch.length)).toEqual([1, 20]);
});

test('what is added in one turn of the event loop is one batch', async () => {
  const run = vi.fn<(items: number[]) => Promise<number[]>>(async (items) => items);
  const batcher = createBatcher({ maxItems: 100, run });
  await Promise.all([batcher.add(1), batcher.add(2), batcher.add(3)]);
  expect(run.mock.calls).toEqual([[[1, 2, 3]]]);
});

test('no batch is over its items or bytes, order is kept, and none of many is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(50), { maxLength: 200 }),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 4 }),
      async (sizes, maxItems, concurrency) => {
        const seen: number[] = [];
        let running = 0;
        let most = 0;
        const batcher = createBatcher<{ n: number; size: number }, number>({
          maxItems,
          maxBytes: 60,
          concurrency,
          run: async (items) => {
            most = Math.max(most, ++running);
            expect(items.length).toBeLessThanOrEqual(maxItems);
            expect(items.length === 1 || items.reduce((sum, { size }) => sum + size, 0) <= 60).toBe(true);
            seen.push(...items.map(({ n }) => n));
            await tick();
            running--;
            return items.map(({ n }) => n);
          },
        });
        const answers = await Promise.all(sizes.map((size, n) => batcher.add({ n, size }, size)));
        expect(answers).toEqual(sizes.map((_, n) => n));
        expect(seen).toEqual(sizes.map((_, n) => n));
        expect(most).toBeLessThanOrEqual(concurrency);
        await batcher.idle();
        expect([batcher.queued, batcher.running]).toEqual([0, 0]);
      },
    ),
    { numRuns: 50 },
  );
});

test('a run that fails, throws at once or answers too little fails its own callers and no others', async () => {
  let round = 0;
  const batcher = createBatcher<number, number>({
    maxItems: 2,
    run: (items) => {
      round++;
      if (round === 1) return Promise.reject(new Error('lost'));
      if (round === 2) throw new Error('at once');
      return Promise.resolve(round === 3 ? [] : items);
    },
  });
  const results = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map((n) => batcher.add(n)));
  expect(results.map(({ status }) => status)).toEqual([...Array(6).fill('rejected'), 'fulfilled', 'fulfilled']);
});

test('a full queue refuses at once, and takes again when there is room', async () => {
  let finish: () => void = () => {};
  const batcher = createBatcher<number, number>({
    maxItems: 1,
    maxQueued: 2,
    run: async (items) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return items;
    },
  });
  const taken = [batcher.add(1), batcher.add(2)];
  const refused = await batcher.add(3).catch((error: unknown) => error);
  expect((refused as Fault).code).toBe('unavailable');
  const poll = setInterval(() => finish(), 1);
  expect(await Promise.all(taken)).toEqual([1, 2]);
  expect(await batcher.add(4)).toBe(4);
  clearInterval(poll);
});

test('lingering waits for company, but not once a batch is full', async () => {
  const run = vi.fn<(items: number[]) => Promise<number[]>>(async (items) => items);
  const batcher = createBatcher({ maxItems: 3, lingerMs: 30, run });
  const first = batcher.add(1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await Promise.all([first, batcher.add(2)]);
  expect(run.mock.calls).toEqual([[[1, 2]]]);
  const started = performance.now();
  const patient = createBatcher({ maxItems: 2, lingerMs: 5_000, run });
  await Promise.all([patient.add(1), patient.add(2)]);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test('a program with an idle batcher can end: it holds no timer', async () => {
  const batcher = createBatcher<number, number>({ maxItems: 3, run: async (items) => items });
  await batcher.add(1);
  await batcher.idle();
  await tick();
  expect(process.getActiveResourcesInfo()).not.toContain('Immediate');
});

test('backoff doubles its ceiling, never passes it, and spreads over all of it', () => {
  const options = { baseMs: 100, maxMs: 5_000, floorMs: 20 };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempt, chance) => {
        const wait = backoff(attempt, options, () => chance);
        expect(wait).toBeGreaterThanOrEqual(20);
        expect(wait).toBeLessThanOrEqual(Math.min(5_000, 100 * 2 ** (attempt - 1)));
      },
    ),
  );
  expect(backoff(1, options, () => 0.999999)).toBe(100);
  expect(backoff(4, options, () => 0.999999)).toBe(800);
  expect(backoff(50, options, () => 0.5)).toBe(2_510);
});
