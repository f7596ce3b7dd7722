import { createServer, type Server } from 'node:net';
import { Fault, Secret } from '@balcao/kernel';
import { testConfig, testCtx } from '@balcao/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRates, type Rates } from '../../apps/server/src/api/index.ts';
import { type Redis, startRedis } from './realtime/start-redis.ts';

type Reply = Parameters<Rates['spend']>[1];

const open: Rates[] = [];
let redis: Redis | undefined;

async function freePort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof at === 'object' && at !== null ? at.port : 0;
}

beforeAll(async () => {
  redis = await startRedis(await freePort());
});
afterAll(async () => {
  for (const one of open) one.close();
  await redis?.close();
});

async function ratesOf(redisUrl: string | undefined): Promise<Rates> {
  const { log } = await testCtx();
  const config = { ...testConfig(), ...(redisUrl === undefined ? {} : { redisUrl: new Secret(redisUrl) }) };
  const rates = createRates({ config, log }, { perMinute: 5, visitsPerMinute: 2 });
  open.push(rates);
  return rates;
}

/** What is left after a request, or how it was refused; the headers must say the same. */
async function left(rates: Rates, asker: string, count: 'spend' | 'visit' = 'spend'): Promise<unknown> {
  const told: Record<string, unknown> = {};
  const reply = { headers: (headers: object) => Object.assign(told, headers) } as unknown as Reply; // all it is asked for
  const fault = await rates[count](asker, reply).then(
    () => undefined,
    (error: unknown) => error,
  );
  const remaining = told['ratelimit-remaining'];
  if (fault === undefined) return remaining;
  if (!(fault instanceof Fault)) throw new Error('refused by something else', { cause: fault });
  expect(remaining).toBe(0);
  return fault.code === 'too_many_requests' && Number(fault.retryAfter) > 0 ? 'refused' : fault;
}

/** Until then it counts in memory, as it should. */
async function connected(rates: Rates, others: Rates): Promise<void> {
  let turn = 0;
  await expect
    .poll(async () => {
      const asker = `probe-${process.pid}-${turn++}`;
      return [await left(rates, asker), await left(others, asker)];
    })
    .toEqual([4, 3]);
}

test('two processes with one Redis count together; without it each counts what it answers', async (context) => {
  if (redis === undefined) return context.skip('no redis-server on the PATH and no BALCAO_TEST_REDIS_URL');
  const [one, two] = [await ratesOf(redis.url), await ratesOf(redis.url)];
  await connected(one, two);
  const key = `key-${process.pid}-${Date.now()}`;
  const answers = [];
  for (const rates of [one, one, one, two, two, two, one]) answers.push(await left(rates, key));
  expect(answers).toEqual([4, 3, 2, 1, 0, 'refused', 'refused']);
  expect(await left(one, key, 'visit'), 'other things are counted apart').toBe(1);

  if (redis.lent) return;
  await redis.close();
  const asked = Date.now();
  expect([await left(one, key), await left(two, key)]).toEqual([4, 4]);
  for (let n = 0; n < 4; n++) await left(one, key);
  expect(await left(one, key)).toBe('refused');
  expect(Date.now() - asked).toBeLessThan(2_000);
});

test('a Redis that cannot be reached, or that takes and never answers, holds nobody up', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const at = silent.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  for (const url of [`redis://127.0.0.1:${await freePort()}`, `redis://127.0.0.1:${port}`]) {
    const rates = await ratesOf(url);
    const asked = Date.now();
    expect([await left(rates, 'a'), await left(rates, 'a')]).toEqual([4, 3]);
    await rates.mayTry('b');
    expect(Date.now() - asked).toBeLessThan(2_000);
    rates.close();
    open.pop();
  }
  silent.close();
});
