import { createLog, systemClock } from '@balcao/kernel';
import { expect, test } from 'vitest';
import { createChannelBreakers } from './channel-breakers.ts';

const ctx = { log: createLog({ level: 'silent' }), clock: systemClock };

/** Calls under way whose answers are given by hand. */
function underWay(count: number) {
  const breakers = createChannelBreakers(ctx);
  const calls = Array.from({ length: count }, () => Promise.withResolvers<{ troubled: boolean }>());
  const running = calls.map(({ promise }) => breakers.run('channel', () => promise));
  return { breakers, calls, running };
}

test('calls that hung while later ones went well do not open the breaker', async () => {
  const { breakers, calls, running } = underWay(20);
  await systemClock.sleep(5);
  expect(await breakers.run('channel', async () => ({ troubled: false }))).toEqual({ troubled: false });
  for (const { resolve } of calls) resolve({ troubled: true });
  await Promise.all(running);
  expect(await breakers.run('channel', async () => ({ troubled: false }))).toEqual({ troubled: false });
});

test('calls that hung while nothing went well open it', async () => {
  const { breakers, calls, running } = underWay(20);
  for (const { resolve } of calls) resolve({ troubled: true });
  await Promise.all(running);
  expect(await breakers.run('channel', async () => ({ troubled: false }))).toBeUndefined();
});
