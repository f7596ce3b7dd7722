import { type DbCtx, sql, withWorkspace } from '@balcao/db';
import { movableClock, type TestLine, testCtx, testLine } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { readAfter } from '../../ledger/index.ts';
import {
  healthCards,
  healthSentence,
  healthSentences,
  keepHealth,
  levelOf,
  noteReceipt,
  readHealth,
} from '../index.ts';
import { peopleOf } from './limits.ts';
import type { HealthFacts } from './types.ts';

const clock = movableClock('2026-11-21T12:00:00Z');
const now = clock.now();
const DAY = 86_400_000;
const well: HealthFacts = {
  channelId: 'c',
  state: 'active',
  stateReason: null,
  checkedAt: now,
  answeredAt: now,
  number: { status: 'CONNECTED', quality: 'GREEN', messagingLimit: 'TIER_10K' },
  token: { valid: true, missingScopes: [] },
  subscribed: true,
  problem: null,
  lastReceiptAt: now,
  lastFailureAt: null,
  lastFailureCode: null,
  lastFailureSentence: null,
  waiting: 0,
  oldestAt: null,
};
const ago = (ms: number) => new Date(now.getTime() - ms);
const inDays = (days: number) => new Date(now.getTime() + days * DAY).toISOString();

test('a number with which all is well says so, in every language, with nothing to do', () => {
  const cards = healthCards(well, now);
  expect(levelOf(cards)).toBe('ok');
  expect(cards.filter((card) => card.todo !== undefined)).toEqual([]);
});

test.each<[string, Partial<HealthFacts>, string]>([
  ['sending', { state: 'stopped', stateReason: '190 stop_channel' }, 'problem sending_stopped renew_token'],
  ['sending', { state: 'stopped', stateReason: 'holiday' }, 'problem sending_stopped resume_channel'],
  ['number', { number: { status: 'BANNED' } }, 'problem number_not_connected mend_account'],
  ['number', { number: {}, problem: 'unavailable' }, 'warning provider_silent check_credentials'],
  ['quality', { number: { quality: 'RED' } }, 'problem quality_red stop_campaigns'],
  ['limit', { number: { messagingLimit: 'TIER_250' } }, 'warning limit_is verify_company'],
  ['token', { token: { valid: false } }, 'problem token_invalid renew_token'],
  ['token', { token: { valid: true, expiresAt: inDays(3) } }, 'warning token_ends make_lasting_token'],
  ['token', { token: { valid: true, expiresAt: inDays(-1) } }, 'problem token_invalid renew_token'],
  ['token', { token: { valid: true, missingScopes: ['x'] } }, 'problem token_lacks_scopes renew_token'],
  ['webhook', { subscribed: false }, 'problem webhook_not_subscribed subscribe_app'],
  ['webhook', { lastReceiptAt: null }, 'warning webhook_never paste_webhook'],
  ['webhook', { lastReceiptAt: ago(3 * DAY) }, 'warning webhook_quiet test_webhook'],
  ['queue', { waiting: 7, oldestAt: ago(20 * 60_000) }, 'warning queue_slow look_at_sending'],
  ['errors', { lastFailureAt: ago(60_000) }, 'warning failed_lately undefined'],
])('%s: %#', (what, facts, expected) => {
  const cards = healthCards({ ...well, ...facts }, now);
  const card = cards.find((one) => one.what === what);
  expect(`${card?.level} ${card?.sentence} ${card?.todo}`).toBe(expected);
  for (const one of cards)
    for (const key of [one.sentence, one.todo].filter((word) => word !== undefined)) {
      expect(Object.keys(healthSentences)).toContain(key);
      expect(healthSentence(key, 'es', one.values).text).not.toMatch(/\{|\}/);
    }
});

test('Meta’s words for the limit are numbers of people', () => {
  expect(['TIER_250', 'TIER_1K', 'TIER_100K', 'TIER_UNLIMITED', 'TIER_X', undefined].map(peopleOf)).toEqual([
    250,
    1_000,
    100_000,
    -1,
    null,
    null,
  ]);
});

let base: DbCtx;
let line: TestLine;
beforeAll(async () => {
  base = await testCtx({ clock });
  line = await testLine(base);
});
const read = () => withWorkspace(line.ctx, (tx) => readHealth(line.ctx, tx, line.channel.id));
const changes = async () => {
  const page = await withWorkspace(line.ctx, (tx) => readAfter(tx, undefined, 100));
  return page.events.filter((event) => event.type === 'channel.health_changed').length;
};

test('what is not answered this time stays as it was, and only what is different is told', async () => {
  const token = { valid: true, missingScopes: [] };
  await keepHealth(line.ctx, line.channel.id, { number: { quality: 'GREEN' }, token, subscribed: true });
  await keepHealth(line.ctx, line.channel.id, { number: { quality: 'GREEN' }, token, subscribed: true });
  await expect.poll(changes).toBe(1);
  clock.go(600_000);
  await keepHealth(line.ctx, line.channel.id, { problem: 'unavailable', detail: 'away' });
  const [facts] = await read();
  expect(facts).toMatchObject({
    number: { quality: 'GREEN' },
    subscribed: true,
    problem: 'unavailable',
    checkedAt: clock.now(),
  });
  expect(facts?.answeredAt).not.toEqual(facts?.checkedAt);
  await keepHealth(line.ctx, line.channel.id, { number: { quality: 'RED' }, token, subscribed: true });
  await expect.poll(changes).toBe(2);
});

test('that something came in is noted twice a minute at most, and a channel of nobody has no health', async () => {
  await noteReceipt(line.ctx, line.channel.id);
  const first = (await read())[0]?.lastReceiptAt;
  clock.go(10_000);
  await noteReceipt(line.ctx, line.channel.id);
  expect((await read())[0]?.lastReceiptAt).toEqual(first);
  clock.go(30_000);
  await noteReceipt(line.ctx, line.channel.id);
  expect((await read())[0]?.lastReceiptAt).toEqual(clock.now());
  await keepHealth(line.ctx, base.ids.uuid(), { subscribed: true });
  const rows = sql('test/health-rows', 'select 1 from channel_health');
  expect(await withWorkspace(line.ctx, (tx) => tx.rows(rows))).toHaveLength(1);
});
