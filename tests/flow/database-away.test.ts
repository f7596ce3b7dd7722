import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, senderPhone } from '../../bench/load/index.ts';
import { listMessages } from './list-messages.ts';
import { type EchoLine, startEchoLine } from './start-echo-line.ts';

let line: EchoLine;
beforeAll(async () => {
  line = await startEchoLine('away');
}, 60_000);
afterAll(() => line?.close());

/** Posts a message every 20 ms until told to stop; each once. */
function postSteadily(): { stop(): Promise<Answer[]> } {
  const answers: Promise<Answer>[] = [];
  const post = () =>
    answers.push(line.exchange.post(line.exchange.writeOne(senderPhone(answers.length)), performance.now()));
  const timer = setInterval(post, 20);
  return {
    stop() {
      clearInterval(timer);
      return Promise.all(answers);
    },
  };
}

async function everyAcknowledgedMessageIsStoredAndAnswered(): Promise<void> {
  await expect.poll(() => line.exchange.book.totals().lost, { timeout: 40_000, interval: 100 }).toBe(0);
  const listed = await listMessages(line.program, line.channel);
  const stored = new Set(listed.filter(({ direction }) => direction === 'in').map(({ providerId }) => providerId));
  const acked = line.exchange.book.questions.filter(({ ackedAt }) => !Number.isNaN(ackedAt));
  expect(acked.filter(({ wamid }) => !stored.has(wamid))).toEqual([]);
  expect(line.exchange.book.totals()).toMatchObject({ misdirected: 0, disordered: 0 });
}

test('while PostgreSQL hangs, webhooks get 503 with Retry-After, and all goes on when it wakes', {
  timeout: 120_000,
}, async () => {
  const posting = postSteadily();
  await sleep(500);
  const postmaster = line.program.postgresPid() ?? 0;
  const frozen = line.program.freezePostgres();
  expect(postmaster).toBeGreaterThan(0);
  await sleep(6_000);
  frozen.thaw();
  await sleep(3_000);
  const answers = await posting.stop();
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  for (const { status, retryAfter } of refused) {
    expect(status).toBe(503);
    expect(Number(retryAfter)).toBeGreaterThan(0);
  }
  expect(answers.at(-1)?.status).toBe(200);
  await everyAcknowledgedMessageIsStoredAndAnswered();
});

test('killed PostgreSQL is brought back by the program, and nothing acknowledged meanwhile is missing', {
  timeout: 120_000,
}, async () => {
  const posting = postSteadily();
  await sleep(500);
  line.program.killPostgres('all');
  await sleep(100);
  await line.program.whenReady();
  await sleep(1_000);
  const answers = await posting.stop();
  for (const { status, retryAfter } of answers.filter((answer) => answer.status !== 200)) {
    expect(status).toBe(503);
    expect(Number(retryAfter)).toBeGreaterThan(0);
  }
  expect(answers.at(-1)?.status).toBe(200);
  await everyAcknowledgedMessageIsStoredAndAnswered();
});

test('killed again and again for twenty seconds: answers under way are booked, and none is sent twice', {
  timeout: 120_000,
}, async () => {
  const { exchange, program, graph } = line;
  exchange.followStatuses(true);
  graph.setFaults({ delayMs: () => 200 }); // so that answers come while there is no database
  const before = exchange.book.totals().doubled;
  const posting = postSteadily();
  await sleep(1_000);
  for (const until = performance.now() + 20_000; performance.now() < until; await sleep(150))
    program.killPostgres('all');
  await program.whenReady();
  await sleep(1_000);
  const answers = await posting.stop();
  expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
  expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(200);
  expect(answers.at(-1)?.status).toBe(200);
  await everyAcknowledgedMessageIsStoredAndAnswered();
  await expect.poll(() => exchange.statuses.open(), { timeout: 10_000 }).toBe(0);
  expect(exchange.book.totals().doubled).toBe(before);
});
