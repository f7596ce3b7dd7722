import { setTimeout as sleep } from 'node:timers/promises';
import { makeEchoChannel, type Program } from '@balcao/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { benchLine, type Exchange, runOpenLoop, startExchange } from '../../bench/load/index.ts';
import { createChance } from './kill/create-chance.ts';
import { talk } from './kill/talk.ts';
import { listMessages } from './list-messages.ts';
import { type Crew, startCrew } from './start-crew.ts';

let crew: Crew;
let api: Program;
let workers: [Program, Program];
beforeAll(async () => {
  crew = await startCrew('roles', ['api', 'worker', 'worker']);
  const [first, second, third] = crew.programs as [Program, Program, Program];
  api = first;
  workers = [second, third];
}, 60_000);
afterAll(() => crew?.close());

const wrong = ({ book }: Exchange) => {
  const { lost, doubled, disordered, misdirected } = book.totals();
  return { lost, doubled, disordered, misdirected };
};
const nothingWrong = { lost: 0, doubled: 0, disordered: 0, misdirected: 0 };
const nonceOf = (text: string) => Number(/\[roles-(\d+)\]/.exec(text)?.[1]);

test('what one process stores another answers at once, each message once, in order', { timeout: 30_000 }, async () => {
  const calm = await runOpenLoop(crew.exchange, { letters: crew.exchange.write(100, 20), perSecond: 50 });
  expect(calm).toMatchObject({ refused: 0, unanswered: 0 });
  expect(calm.reply.p50).toBeLessThan(400); // the sweeper alone would take a second
  const talking = talk(crew.exchange, { perSecond: 150, conversations: 60, chance: createChance(6) });
  await sleep(4_000);
  await talking.hush();
  await expect.poll(() => crew.exchange.book.totals().lost, { timeout: 5_000, interval: 20 }).toBe(0);
  await sleep(1_500); // a second copy would come with the next sweep
  expect(wrong(crew.exchange)).toEqual(nothingWrong);
});

test('what is sent through the API process goes out at once', { timeout: 30_000 }, async () => {
  const { key } = await api.cli<{ key: string }>(
    'apikey',
    'create',
    '--workspace',
    crew.channel.workspaceId,
    '--scopes',
    'messages.send,conversations.read',
  );
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const listed = await fetch(`${api.url}/api/v1/conversations.list`, { headers });
  const { conversations } = (await listed.json()) as { conversations: { id: string }[] };
  const said = new Promise<number>((resolve) =>
    crew.graph.onReply((reply) => reply.text === 'da API' && resolve(reply.at)),
  );
  const content = { kind: 'text', text: 'da API' };
  const body = JSON.stringify({ conversationId: conversations[0]?.id, content });
  const answer = await fetch(`${api.url}/api/v1/messages.send`, { method: 'POST', headers, body });
  const answeredAt = performance.now();
  expect(answer.status).toBe(200);
  expect((await said) - answeredAt).toBeLessThan(300);
});

test('the pace of a number holds over both workers, and is used', { timeout: 30_000 }, async () => {
  const line = { ...benchLine, phoneNumberId: '106540352242923' };
  const channel = await makeEchoChannel(api, line, ['--per-second', '40', '--per-pair', 'off']);
  const exchange = startExchange({ line, graph: crew.graph, webhookUrl: channel.webhookUrl, run: 'pace' });
  const result = await runOpenLoop(exchange, { letters: exchange.write(200, 100), perSecond: 200, patienceMs: 20_000 });
  expect(result.unanswered).toBe(0);
  const times = exchange.book.questions.flatMap(({ copies }) => copies.map(({ at }) => at)).sort((a, b) => a - b);
  const inASecond = Math.max(...times.map((from, n) => times.slice(n).filter((at) => at < from + 1_000).length));
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
  expect(inASecond).toBeLessThanOrEqual(42);
  expect(seconds).toBeLessThan(9.5); // at the number's pace it takes five; at half of it, ten
  exchange.close();
});

test('a worker killed under load: the other goes on within ten seconds, but for sends that only time can settle', {
  timeout: 60_000,
}, async () => {
  const { exchange } = crew;
  exchange.followStatuses(true);
  crew.graph.setFaults({ delayMs: () => 30 });
  const talking = talk(exchange, { perSecond: 120, conversations: 80, chance: createChance(7) });
  await sleep(1_000);
  // It hangs for a moment first: so it surely has something under way, and a lane locked perhaps.
  process.kill(workers[0].pid() ?? 0, 'SIGSTOP');
  await sleep(300);
  const killedAt = performance.now();
  await workers[0].kill();
  await sleep(2_000);
  await talking.hush();
  await sleep(Math.max(0, killedAt + 9_000 - performance.now()));
  const inDoubt = (await listMessages(api, crew.channel)).filter(({ status }) => status === 'unknown');
  const doubted = new Set(inDoubt.map(({ text }) => exchange.book.questions[nonceOf(text)]?.sender));
  const waiting = exchange.book.questions.filter(({ ackedAt, copies }) => ackedAt > 0 && copies.length === 0);
  expect(waiting.filter(({ sender }) => !doubted.has(sender))).toEqual([]);
  await expect.poll(() => exchange.book.totals().lost, { timeout: 25_000, interval: 50 }).toBe(0);
  await workers[0].start();
  expect(wrong(exchange)).toEqual(nothingWrong);
});

test('the API process killed under load: nothing acknowledged is lost, and all is answered while it is away', {
  timeout: 60_000,
}, async () => {
  const { exchange } = crew;
  const talking = talk(exchange, { perSecond: 120, conversations: 80, chance: createChance(8) });
  await sleep(1_000);
  await api.kill();
  await expect.poll(() => exchange.book.totals().lost, { timeout: 10_000, interval: 50 }).toBe(0);
  await api.start();
  await sleep(1_000);
  await talking.hush();
  await expect.poll(() => exchange.book.totals().lost, { timeout: 10_000, interval: 50 }).toBe(0);
  expect(wrong(exchange)).toEqual(nothingWrong);
  await expect.poll(() => exchange.statuses.open(), { timeout: 10_000 }).toBe(0);
  const listed = (await listMessages(api, crew.channel)).filter(({ text }) => text.includes('[roles-'));
  const inbound = listed.filter(({ direction }) => direction === 'in').map(({ providerId }) => providerId ?? '');
  const acked = exchange.book.questions.filter(({ ackedAt }) => !Number.isNaN(ackedAt)).map(({ wamid }) => wamid);
  expect(inbound.toSorted()).toEqual(acked.toSorted());
  const states = listed.filter(({ direction }) => direction === 'out').map(({ status }) => status);
  expect(states.filter((status) => status !== 'read' && status !== 'accepted')).toEqual([]);
});
