import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InboxItem, RealtimeMessage } from '@balcao/contract';
import { findFreePort, type Program } from '@balcao/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createChance } from './kill/create-chance.ts';
import { talk } from './kill/talk.ts';
import { openScreen, type Screen } from './realtime/open-screen.ts';
import { type Redis, startRedis } from './realtime/start-redis.ts';
import { type Crew, startCrew } from './start-crew.ts';

const RECONNECTS = 200;
const CONVERSATIONS = 20;

let redis: Redis | undefined;
let crew: Crew;
let first: Program;
let second: Program;
let token: string;
let screens: Screen[] = [];
beforeAll(async () => {
  redis = await startRedis(await findFreePort());
  crew = await startCrew('realtime', ['all', 'all'], redis === undefined ? {} : { REDIS_URL: redis.url });
  [first, second] = crew.programs as [Program, Program];
  const made = await first.cli<{ key: string }>(
    ...['apikey', 'create', '--workspace', crew.channel.workspaceId, '--scopes', '*'],
  );
  token = made.key;
}, 60_000);
afterAll(async () => {
  for (const screen of screens) screen.close();
  await crew?.close();
  await redis?.close();
});

async function ask<T>(name: string, input: Record<string, string>): Promise<T> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${first.url}/api/v1/${name}?${new URLSearchParams(input)}`, { headers });
  if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
  return (await response.json()) as T; // as the contract says; the program checks it outside production
}

const readInbox = async (): Promise<InboxItem[]> =>
  (await ask<{ items: InboxItem[] }>('inbox.list', { view: 'all' })).items;

async function readLedger(after: string | undefined): Promise<string[]> {
  const cursors: string[] = [];
  for (let from = after, more = true; more; ) {
    const page = await ask<{ events: { cursor: string }[]; cursor: string; more: boolean }>('ledger.read', {
      limit: '1000',
      ...(from === undefined ? {} : { after: from }),
    });
    cursors.push(...page.events.map(({ cursor }) => cursor));
    [from, more] = [page.cursor, page.more];
  }
  return cursors;
}

test('two processes, 200 forced reconnects, one process killed, Redis flushed: every event once and in order, and the state is what one reads', {
  timeout: 90_000,
}, async (context) => {
  const chance = createChance(21);
  const { exchange } = crew;
  let secondIsUp = true;
  const url = () => (secondIsUp && chance.whole(2) === 0 ? second : first).url;
  const workspace = crew.channel.workspaceId;
  screens = Array.from({ length: 10 }, (_, n) =>
    openScreen({ mode: n % 2 === 0 ? 'raw' : 'desk', workspace, token, url, readInbox }),
  );
  await expect.poll(() => screens.every((one) => one.isLive()), { timeout: 10_000 }).toBe(true);
  exchange.followStatuses(true);
  const talking = talk(exchange, { perSecond: 30, conversations: CONVERSATIONS, chance });
  await sleep(800);
  const watched = (await readInbox())[0]?.conversationId ?? '';
  const watchedSince = new Date().toISOString();
  for (const screen of screens) if (screen.mode === 'desk') screen.watch(watched);

  const killAt = Math.floor(RECONNECTS / 3);
  let restarted: Promise<unknown> = Promise.resolve();
  for (let n = 0; n < RECONNECTS; n++) {
    screens[chance.whole(screens.length)]?.drop();
    await sleep(chance.between(15, 45));
    if (n === killAt) {
      secondIsUp = false;
      await second.kill();
      restarted = second.start().then(() => {
        secondIsUp = true;
      });
    }
    if (n === killAt * 2) await redis?.flush();
  }
  await talking.hush();
  await restarted;
  await expect.poll(() => exchange.book.totals().lost, { timeout: 15_000, interval: 50 }).toBe(0);
  await expect.poll(() => exchange.statuses.open(), { timeout: 10_000, interval: 50 }).toBe(0);
  await expect.poll(() => screens.every((one) => one.isLive()), { timeout: 10_000 }).toBe(true);

  for (const screen of screens.filter(({ mode }) => mode === 'raw')) {
    const all = async () => {
      const ledger = await readLedger(screen.from);
      return [screen.cursors.length - ledger.length, JSON.stringify(screen.cursors) === JSON.stringify(ledger)];
    };
    await expect.poll(all, { timeout: 5_000, interval: 100 }).toEqual([0, true]);
    expect(screen.resyncs).toBe(0);
  }
  const inbox = new Map((await readInbox()).map((item) => [item.conversationId, item]));
  const thread = await ask<{ messages: RealtimeMessage[] }>('messages.thread', { conversationId: watched });
  const since = thread.messages.filter(({ createdAt }) => createdAt > watchedSince);
  expect([inbox.size, since.length > 3]).toEqual([CONVERSATIONS, true]);
  for (const screen of screens.filter(({ mode }) => mode === 'desk')) {
    await expect.poll(() => screen.items, { timeout: 5_000, interval: 100 }).toEqual(inbox);
    for (const message of since) expect(unsigned(screen.messages.get(message.id))).toEqual(unsigned(message));
  }
  if (redis === undefined) await context.annotate('no redis-server here: its part was skipped');
});

test('without Redis, once it was there, everything goes on', { timeout: 20_000 }, async (context) => {
  if (redis === undefined || redis.lent) return context.skip('no redis-server here that may be killed');
  expect(await across()).toEqual({ by: 'redis', redis: true });
  await redis.close();
  await expect.poll(across, { timeout: 5_000 }).toEqual({ by: 'postgres', redis: false });
  const before = screens.map(({ cursors }) => cursors.length);
  await crew.exchange.post(crew.exchange.writeOne('5511970000000'), performance.now());
  const more = () =>
    screens.filter(({ mode, cursors }, n) => mode === 'desk' || cursors.length > (before[n] ?? 0)).length;
  await expect.poll(more, { timeout: 5_000 }).toBe(screens.length);
  const logs = [first, second].map(({ logFile }) => readFileSync(logFile, 'utf8')).join('\n');
  expect(logs).not.toContain('a promise was left alone');
});

async function across(): Promise<unknown> {
  const health = (await (await fetch(`${first.url}/health/ready`)).json()) as {
    parts: { realtime: { facts: { across: unknown } } };
  };
  return health.parts.realtime.facts.across;
}

/** Links are signed anew each time. */
const unsigned = (message: RealtimeMessage | undefined) => message && { ...message, media: null };
