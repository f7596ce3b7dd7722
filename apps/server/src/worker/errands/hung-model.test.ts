import { parseWebhook } from '@balcao/channels/whatsapp-cloud';
import { saveModel } from '@balcao/core/governance';
import { createReceiver } from '@balcao/core/ingest';
import { openStorage } from '@balcao/core/media';
import { updateChannel } from '@balcao/core/workspaces';
import { type DbCtx, inWorkspace, sql, withWorkspace } from '@balcao/db';
import { type TestLine, testConfig, testCtx, testLine } from '@balcao/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChannelDirectory } from '../../runtime/channel-directory.ts';
import { type Conveyor, createConveyor } from '../conveyor.ts';
import { startSweeper } from '../sweeper.ts';
import { AT_ONCE } from './errand-desk.ts';

const TALKS = 200;
const saidAfter = sql(
  'test/said-after',
  `select i.conversation_id as id, (extract(epoch from (o.created_at - i.created_at)) * 1000)::float8 as ms, o.body
   from messages i join messages o on o.conversation_id = i.conversation_id and o.direction = 'out' and o.seq > i.seq
   where i.direction = 'in' order by 2`,
);
const errandsLeft = sql('test/errands-left', 'select count(*)::int as n from bot_errands');

let ctx: DbCtx;
let conveyor: Conveyor;
let hung: TestLine;
let neighbour: TestLine;
let running = 0;
let most = 0;
const closings: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  ctx = await testCtx({ config: testConfig({ GRAPH_API_BASE_URL: 'http://127.0.0.1:9/v26.0' }) });
  hung = await testLine(ctx);
  neighbour = await testLine(ctx);
  await withWorkspace(hung.ctx, async (tx) => {
    await updateChannel(tx, hung.ctx, hung.channel.id, { botMode: 'assistant' });
    await saveModel(tx, hung.ctx, {
      name: 'Pendurado',
      vendor: 'ollama',
      purpose: 'answer',
      model: 'pendurado',
      baseUrl: 'http://127.0.0.1:9',
      enabled: true,
      perMinute: null,
      perDay: null,
      tokensPerMinute: null,
      concurrency: 8,
      timeoutMs: 30_000,
    });
  });
  const directory = await openChannelDirectory(ctx);
  conveyor = createConveyor(ctx, {
    directory,
    storage: await openStorage(ctx),
    workerId: ctx.ids.uuid(),
    liveWorkers: async () => [],
    // It hears no signal and never ends.
    execute: () => {
      most = Math.max(most, ++running);
      return new Promise(() => undefined);
    },
  });
  const sweeper = startSweeper(ctx, conveyor.sweep);
  closings.push(directory.close, sweeper.stop, () => conveyor.stop(500));
});
afterAll(async () => {
  for (const close of closings) await close();
});

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** A webhook as the gate stores it; says how long that took. */
async function write(line: TestLine, from: string, text: string): Promise<number> {
  const message = {
    from,
    id: `wamid.${ctx.ids.uuid()}`,
    timestamp: String(Math.floor(Date.now() / 1_000)),
    type: 'text',
    text: { body: text },
  };
  const metadata = { display_phone_number: '551130030001', phone_number_id: line.channel.phoneNumberId };
  const value = { messaging_product: 'whatsapp', metadata, messages: [message] };
  const body = {
    object: 'whatsapp_business_account',
    entry: [{ id: line.channel.accountId, changes: [{ field: 'messages', value }] }],
  };
  const channels = [{ workspaceId: line.ctx.workspaceId, channelId: line.channel.id }];
  const began = performance.now();
  const receiptId = await receiver({ body: JSON.stringify(body), channels });
  const took = performance.now() - began;
  conveyor.receiptStored(receiptId, channels, { facts: parseWebhook(body) });
  return took;
}
let receiver: ReturnType<typeof createReceiver>;

const saidIn = async (line: TestLine) =>
  await withWorkspace(inWorkspace(ctx, line.ctx.workspaceId), (tx) =>
    tx.rows<{ id: string; ms: number; body: string }>(saidAfter),
  );

test('two hundred talks with a model that hangs slow down neither webhooks nor the neighbour, and each has a sentence within ten seconds', async () => {
  receiver = createReceiver(ctx);
  await Promise.all(
    Array.from({ length: TALKS }, (_, n) => write(hung, `55119800${10_000 + n}`, 'vocês entregam em Marte?')),
  );
  const webhooks: number[] = [];
  for (let n = 0; n < 40; n++) {
    webhooks.push(await write(neighbour, `55119700${10_000 + n}`, 'oi'));
    await ctx.clock.sleep(100);
  }
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(AT_ONCE.ofWorkspace);
  await expect.poll(async () => (await saidIn(hung)).length, { timeout: 15_000, interval: 250 }).toBe(TALKS);
  const given = (await saidIn(hung)).map((one) => one.ms);
  const served = (await saidIn(neighbour)).map((one) => one.ms);
  webhooks.sort((a, b) => a - b);
  expect(served).toHaveLength(40);
  expect(percentile(given, 1)).toBeLessThan(10_000);
  expect(percentile(served, 0.95)).toBeLessThan(1_000);
  expect(percentile(webhooks, 0.95)).toBeLessThan(250);
  const left = await withWorkspace(hung.ctx, (tx) => tx.one<{ n: number }>(errandsLeft));
  expect(left?.n).toBe(0);
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  process.stdout.write(
    `  ${TALKS} talks with a hung model (${most} asked at once): sentence after ${ms(percentile(given, 0.5))} (p50), ${ms(percentile(given, 1))} (worst); ` +
      `neighbour's reply ${ms(percentile(served, 0.5))} (p50), ${ms(percentile(served, 0.95))} (p95); webhook stored in ${ms(percentile(webhooks, 0.95))} (p95)\n`,
  );
}, 40_000);
