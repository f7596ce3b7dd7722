import { afterAll, beforeAll, expect, test } from 'vitest';
import { benchLine, escapeAsMeta, senderPhone, signWebhook, writeTextWebhook } from '../../../bench/load/index.ts';
import { createChance } from '../kill/create-chance.ts';
import { type EchoLine, startEchoLine } from '../start-echo-line.ts';
import { naughtyValues } from './naughty-values.ts';
import { placesIn, spoil } from './spoil.ts';
import { type Change, kindsCustomer, webhookKinds } from './webhook-kinds.ts';

let line: EchoLine;
beforeAll(async () => {
  line = await startEchoLine('naughty');
}, 60_000);
afterAll(() => line?.close());

const meta = (changes: unknown) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: benchLine.wabaId, changes }],
});

async function post(body: Buffer, signature = signWebhook(body, benchLine.appSecret)): Promise<number> {
  const { door } = line.exchange;
  return (await door.post(door.request(body, { 'X-Hub-Signature-256': signature }))).status;
}

/** A customer's ordinary message, to stand beside what is wrong. */
function askGoodQuestion(): { change: Change; nonce: number } {
  const { book } = line.exchange;
  const sender = senderPhone(book.questions.length);
  const { nonce, wamid, text } = book.ask(sender);
  const body = writeTextWebhook(benchLine, [{ wamid, from: sender, name: 'Ana', text, at: new Date() }]);
  const parsed = JSON.parse(body.toString()) as { entry: [{ changes: [Change] }] }; // written the line before
  return { change: parsed.entry[0].changes[0], nonce };
}

/** Another message of another customer, or it would be taken for a repeated one. */
function freshen(kind: Change, index: number): unknown {
  const text = JSON.stringify(kind).replaceAll('wamid.kind', `wamid.kind.${index}`);
  return JSON.parse(text.replaceAll(kindsCustomer, senderPhone(5_000_000 + (index % 40))));
}

async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lanes = Array.from({ length: atOnce }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  });
  await Promise.all(lanes);
}

async function everyGoodNeighbourIsAnswered(): Promise<void> {
  await expect.poll(() => line.exchange.book.totals().lost, { timeout: 30_000, interval: 100 }).toBe(0);
  const { doubled, disordered, misdirected } = line.exchange.book.totals();
  expect({ doubled, disordered, misdirected }).toEqual({ doubled: 0, disordered: 0, misdirected: 0 });
}

test('whatever stands in any place of any kind of webhook, it is taken and its good neighbour is answered', {
  timeout: 180_000,
}, async () => {
  const chance = createChance(11);
  const cases = webhookKinds.flatMap((kind) =>
    placesIn(kind).flatMap((path) =>
      Array.from({ length: 3 }, () => ({ kind, path, naughty: naughtyValues[chance.whole(naughtyValues.length)] })),
    ),
  );
  expect(cases.length).toBeGreaterThan(1_000);
  const refused: unknown[] = [];
  await inTurns(cases, 16, async ({ kind, path, naughty }) => {
    const good = askGoodQuestion();
    const bad = spoil(freshen(kind, good.nonce), path, naughty);
    const changes = good.nonce % 2 === 0 ? [bad, good.change] : [good.change, bad];
    line.exchange.book.asked(good.nonce, performance.now());
    const status = await post(Buffer.from(escapeAsMeta(meta(changes))));
    if (status === 200) line.exchange.book.acked(good.nonce, performance.now());
    else
      refused.push({ status, field: kind.field, path: path.join('.'), naughty: JSON.stringify(naughty)?.slice(0, 80) });
  });
  expect(refused).toEqual([]);
  await everyGoodNeighbourIsAnswered();
});

test('a naughty message between good ones of the same change does not take them along', {
  timeout: 60_000,
}, async () => {
  const refused: unknown[] = [];
  await inTurns(naughtyValues, 8, async (naughty) => {
    const [before, after] = [askGoodQuestion(), askGoodQuestion()];
    const messages = [before.change.value.messages, [naughty], after.change.value.messages].flat();
    const contacts = [before.change.value.contacts, [naughty], after.change.value.contacts].flat();
    const change = { field: 'messages', value: { ...before.change.value, contacts, messages } };
    const status = await post(Buffer.from(escapeAsMeta(meta([naughty, change, naughty]))));
    if (status !== 200) refused.push({ status, naughty });
    else for (const { nonce } of [before, after]) line.exchange.book.acked(nonce, performance.now());
  });
  expect(refused).toEqual([]);
  await everyGoodNeighbourIsAnswered();
});

test.for<readonly [string, Buffer]>([
  ['nothing at all', Buffer.alloc(0)],
  ['half an object', Buffer.from('{"object":"whatsapp_business_account","entry":[')],
  ['a bare null', Buffer.from('null')],
  ['a bare array', Buffer.from('[]')],
  ['a form', Buffer.from('object=whatsapp_business_account')],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['a hundred thousand brackets', Buffer.from('['.repeat(100_000))],
  ['an object nested ten thousand deep', Buffer.from(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)],
  ['more than three megabytes', Buffer.from(JSON.stringify({ object: 'x', filler: 'y'.repeat(3.2 * 1024 * 1024) }))],
  [
    'a stranger’s number',
    Buffer.from(JSON.stringify(meta([{ field: 'messages', value: { metadata: { phone_number_id: '1' } } }]))),
  ],
])('%s is refused with a 4xx', async ([, body]) => {
  const status = await post(body);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
});

test.for([
  '',
  'sha256=',
  `sha256=${'0'.repeat(64)}`,
  'sha1=abc',
  `sha256=${'z'.repeat(64)}`,
  'sha256=é',
  'x'.repeat(8_000),
])('the signature %j opens nothing', async (signature) => {
  const body = Buffer.from(JSON.stringify(meta([askGoodQuestion().change])));
  expect([400, 401, 403, 431]).toContain(await post(body, signature));
});

test('a body of just under three megabytes is taken, with a thousand messages in it', { timeout: 60_000 }, async () => {
  const asked = Array.from({ length: 1_000 }, askGoodQuestion);
  const changes: unknown[] = asked.map(({ change }) => change);
  const filler = { field: 'a_field_of_next_year', value: { filler: '' } };
  const bare = Buffer.from(escapeAsMeta(meta([...changes, filler])));
  filler.value.filler = 'y'.repeat(3_000_000 - bare.length);
  const whole = Buffer.from(escapeAsMeta(meta([...changes, filler])));
  expect(whole.length).toBe(3_000_000);
  expect(await post(whole)).toBe(200);
  for (const { nonce } of asked) line.exchange.book.acked(nonce, performance.now());
  await everyGoodNeighbourIsAnswered();
});
