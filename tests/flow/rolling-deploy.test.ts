import { setTimeout as sleep } from 'node:timers/promises';
import type { Program } from '@balcao/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createChance } from './kill/create-chance.ts';
import { talk } from './kill/talk.ts';
import { listMessages } from './list-messages.ts';
import { type Crew, startCrew } from './start-crew.ts';

let crew: Crew;
let first: Program;
let second: Program;
beforeAll(async () => {
  crew = await startCrew('deploy', ['all', 'all']);
  [first, second] = crew.programs as [Program, Program];
  crew.exchange.followStatuses(true);
  crew.graph.setFaults({ delayMs: () => 50 });
}, 60_000);
afterAll(() => crew?.close());

/** Milliseconds, when it ended as it should. */
async function stopCleanly(program: Program): Promise<number> {
  const since = performance.now();
  expect(await program.stop()).toBe(0);
  return performance.now() - since;
}

async function allIsAnsweredAndNothingInDoubt(): Promise<void> {
  const { exchange } = crew;
  await expect.poll(() => exchange.book.totals().lost, { timeout: 10_000, interval: 20 }).toBe(0);
  await expect.poll(() => exchange.statuses.open(), { timeout: 10_000 }).toBe(0);
  expect(exchange.book.totals()).toMatchObject({ lost: 0, doubled: 0, disordered: 0, misdirected: 0 });
  const listed = await listMessages(first, crew.channel);
  const acked = exchange.book.questions.filter(({ ackedAt }) => !Number.isNaN(ackedAt)).map(({ wamid }) => wamid);
  const inbound = listed.filter(({ direction }) => direction === 'in').map(({ providerId }) => providerId ?? '');
  expect(inbound.toSorted()).toEqual(acked.toSorted());
  const outbound = listed.filter(({ direction }) => direction === 'out');
  expect(outbound).toHaveLength(acked.length);
  expect(outbound.filter(({ status }) => status !== 'read')).toEqual([]);
}

test('each of two programs is replaced under load: it ends soon and cleanly, and nothing is lost, doubled or in doubt', {
  timeout: 60_000,
}, async () => {
  const talking = talk(crew.exchange, { perSecond: 150, conversations: 80, chance: createChance(3) });
  await sleep(1_000);
  expect(await stopCleanly(second)).toBeLessThan(5_000);
  await sleep(500);
  await second.start();
  await sleep(500);
  expect(await stopCleanly(first)).toBeLessThan(5_000);
  // Nobody can reach it now; the other works off what it had stored.
  await expect.poll(() => crew.exchange.book.totals().lost, { timeout: 5_000, interval: 20 }).toBe(0);
  await first.start();
  await sleep(500);
  await talking.hush();
  await allIsAnsweredAndNothingInDoubt();
});

test('one of two programs is killed: nothing is lost, and what it had in doubt is settled by the statuses', {
  timeout: 60_000,
}, async () => {
  const talking = talk(crew.exchange, { perSecond: 150, conversations: 80, chance: createChance(4) });
  await sleep(1_000);
  await first.kill();
  const waiting = crew.exchange.book.totals().lost;
  await sleep(2_500);
  expect(crew.exchange.book.totals().lost).toBeLessThanOrEqual(waiting);
  await first.start();
  await sleep(500);
  await talking.hush();
  await expect.poll(() => crew.exchange.book.totals().lost, { timeout: 25_000, interval: 50 }).toBe(0);
  await allIsAnsweredAndNothingInDoubt();
});
