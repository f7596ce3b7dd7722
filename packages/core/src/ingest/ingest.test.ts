import { parseWebhook } from '@balcao/channels/whatsapp-cloud';
import { type DbCtx, sql, withWorkspace } from '@balcao/db';
import { type TestLine, testCtx, testLine } from '@balcao/testkit';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { findByPhone } from '../contacts/index.ts';
import { giveFloor, list as listConversations } from '../conversations/index.ts';
import { list as listMessages, type MessageRow, queueReply } from '../messages/index.ts';
import { takeTurns } from '../orchestrator/index.ts';
import { createReceiver, lanesDue, postponeReceipt, processReceipts, receiptsOfLane, requeueReceipt } from './index.ts';

let base: DbCtx;
beforeAll(async () => {
  base = await testCtx();
});

const notBefore = sql('test/not-before', 'select not_before as at from receipt_work where receipt_id = $1');
const forget = { take: () => undefined };
let n = 0;
const wamid = () => `wamid.T${++n}`;

const message = (_line: TestLine, over: object = {}): object => ({
  from: '5511987654321',
  id: wamid(),
  timestamp: '1795000000',
  type: 'text',
  text: { body: 'oi' },
  ...over,
});

function body(line: TestLine, messages: object[], extra: object = {}): string {
  const metadata = { display_phone_number: '551130030001', phone_number_id: line.channel.phoneNumberId };
  const value = { messaging_product: 'whatsapp', metadata, messages, ...extra };
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: line.channel.accountId, changes: [{ field: 'messages', value }] }],
  });
}

async function deliver(line: TestLine, ...bodies: string[]) {
  const receive = createReceiver(line.ctx);
  const channels = [{ workspaceId: line.ctx.workspaceId, channelId: line.channel.id }];
  await Promise.all(bodies.map((text) => receive({ body: text, channels })));
  return processReceipts(line.ctx, line.channel, { parse: parseWebhook, memory: forget });
}

async function stored(line: TestLine): Promise<MessageRow[]> {
  return withWorkspace(line.ctx, async (tx) => {
    const conversations = await listConversations(line.ctx, tx);
    const ids = conversations.map((one) => one.id);
    return (await listMessages(line.ctx, tx, ids, { limit: 1000 })).reverse();
  });
}

test('every entry, change and message of a body is stored, in order, in one conversation for each person', async () => {
  const line = await testLine(base);
  await deliver(
    line,
    body(line, [
      message(line, { text: { body: 'um' } }),
      message(line, { from: '5521912345678', text: { body: 'outra pessoa' } }),
      message(line, { text: { body: 'dois' } }),
    ]),
  );
  const rows = await stored(line);
  expect(rows.map((row) => row.text)).toEqual(['um', 'outra pessoa', 'dois']);
  expect(rows.map((row) => row.seq)).toEqual([1, 1, 2]);
  expect(new Set(rows.map((row) => row.conversationId)).size).toBe(2);
});

test('the same webhook fifty times, in parallel and repeated inside a batch, is one message', async () => {
  const line = await testLine(base);
  const one = message(line);
  const text = body(line, [one, one]);
  await deliver(line, ...Array<string>(50).fill(text));
  await deliver(line, text);
  expect(await stored(line)).toHaveLength(1);
});

test('receipts too large to be read at once are taken up a few at a time, each once, in order', async () => {
  const line = await testLine(base);
  const large = 'x'.repeat(1_024 * 1_024);
  const receive = createReceiver(line.ctx);
  const channels = [{ workspaceId: line.ctx.workspaceId, channelId: line.channel.id }];
  for (let place = 0; place < 30; place++)
    await receive({ body: body(line, [message(line, { text: { body: String(place) } })], { large }), channels });
  const batches: number[] = [];
  for (let more = true; more; ) {
    const processed = await processReceipts(line.ctx, line.channel, { parse: parseWebhook, memory: forget });
    batches.push(processed.receipts);
    ({ more } = processed);
  }
  expect(batches).toEqual([12, 12, 6]);
  expect((await stored(line)).map((row) => row.text)).toEqual(Array.from({ length: 30 }, (_, place) => String(place)));
});

test('with and without the ninth digit it is one person in one conversation', async () => {
  const line = await testLine(base);
  await deliver(line, body(line, [message(line, { from: '5531987654321' })]));
  await deliver(line, body(line, [message(line, { from: '553187654321' })]));
  const rows = await stored(line);
  expect(new Set(rows.map((row) => row.conversationId)).size).toBe(1);
  const found = await withWorkspace(line.ctx, (tx) => findByPhone(tx, '(31) 98765-4321'));
  expect(found).toHaveLength(1);
});

test('a channel takes its own part of a body that speaks of several', async () => {
  const [a, b] = [await testLine(base), await testLine(base)];
  const both = JSON.parse(body(a, [message(a, { text: { body: 'para a' } })])) as { entry: object[] };
  const other = JSON.parse(body(b, [message(b, { text: { body: 'para b' } })])) as { entry: object[] };
  both.entry.push(...other.entry);
  await deliver(a, JSON.stringify(both));
  expect((await stored(a)).map((row) => row.text)).toEqual(['para a']);
  expect(await stored(b)).toEqual([]);
});

test('a year that cannot be, NUL characters and an endless text harm no neighbour', async () => {
  const line = await testLine(base);
  await deliver(
    line,
    body(line, [
      message(line, { timestamp: '99999999999999', text: { body: 'a\u0000b' } }),
      message(line, { timestamp: 'ontem', text: { body: '\ud800' } }),
      message(line, { timestamp: -5, text: { body: 'x'.repeat(100_000) } }),
      message(line, { text: { body: 'bom' } }),
    ]),
  );
  const rows = await stored(line);
  expect(rows).toHaveLength(4);
  expect(rows.at(-1)?.text).toBe('bom');
});

test('what the phone app sends is ours, and the bot keeps out from then on', async () => {
  const line = await testLine(base);
  const echoes = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: line.channel.accountId,
        changes: [
          {
            field: 'smb_message_echoes',
            value: {
              metadata: { phone_number_id: line.channel.phoneNumberId },
              message_echoes: [
                {
                  from: '551130030001',
                  to: '5511987654321',
                  id: wamid(),
                  timestamp: '1795000000',
                  type: 'text',
                  text: { body: 'já vou' },
                },
              ],
            },
          },
        ],
      },
    ],
  });
  await deliver(line, echoes);
  const after = await deliver(line, body(line, [message(line)]));
  expect(after.woken.size).toBe(1);
  expect((await takeTurns(line.ctx, [...after.woken.keys()])).queued).toEqual([]);
  expect((await stored(line)).map((row) => [row.direction, row.origin])).toEqual([
    ['out', 'phone_app'],
    ['in', 'customer'],
  ]);
});

test('a person has the word until it is given back to the bot', async () => {
  const line = await testLine(base);
  const first = await deliver(line, body(line, [message(line)]));
  const ids = [...first.woken.keys()];
  const give = (to: 'bot' | 'person') => withWorkspace(line.ctx, (tx) => giveFloor(line.ctx, tx, ids, to, new Date()));
  expect(await give('person')).toEqual(ids);
  expect(await give('person')).toEqual([]);
  expect((await takeTurns(line.ctx, ids)).queued).toEqual([]);
  expect(await give('bot')).toEqual(ids);
  await deliver(
    line,
    body(line, [message(line, { timestamp: String(Math.floor(Date.now() / 1_000)), text: { body: 'e agora?' } })]),
  );
  expect((await takeTurns(line.ctx, ids)).queued.map((reply) => reply.content)).toEqual([
    { kind: 'text', text: 'e agora?' },
  ]);
});

test('imported history wakes nobody, opens no window and stands in its own month', async () => {
  const line = await testLine(base);
  const history = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: line.channel.accountId,
        changes: [
          {
            field: 'history',
            value: {
              metadata: { phone_number_id: line.channel.phoneNumberId, display_phone_number: '551130030001' },
              history: [
                {
                  metadata: { phase: 0, chunk_order: 1, progress: 20 },
                  threads: [{ id: '5511987654321', messages: [message(line, { timestamp: '1770000000' })] }],
                },
              ],
            },
          },
        ],
      },
    ],
  });
  const done = await deliver(line, history);
  expect(done.woken.size).toBe(0);
  const [row] = await stored(line);
  expect(row).toMatchObject({ origin: 'import', at: new Date(1_770_000_000_000) });
  expect(row?.id.slice(0, 8)).toBe((1_770_000_000_000).toString(16).padStart(12, '0').slice(0, 8));
  const [conversation] = await withWorkspace(line.ctx, (tx) => listConversations(line.ctx, tx));
  expect(conversation).toMatchObject({ unread: 0, windowUntil: null });
});

test('edits and revocations that overtake their message are applied when it comes; the newest edit stands', async () => {
  const line = await testLine(base);
  const id = wamid();
  const edit = (at: string, text: string) =>
    message(line, {
      type: 'edit',
      timestamp: at,
      text: undefined,
      edit: { original_message_id: id, message: { type: 'text', text: { body: text } } },
    });
  await deliver(line, body(line, [edit('1795000020', 'segunda'), edit('1795000010', 'primeira')]));
  expect(await stored(line)).toEqual([]);
  await deliver(line, body(line, [message(line, { id, text: { body: 'original' } })]));
  await deliver(
    line,
    body(line, [
      message(line, { type: 'revoke', timestamp: '1795000030', text: undefined, revoke: { original_message_id: id } }),
    ]),
  );
  const [row] = await stored(line);
  expect(row).toMatchObject({
    text: 'segunda',
    editedAt: new Date(1_795_000_020_000),
    revokedAt: new Date(1_795_000_030_000),
  });
});

const statusNames = ['sent', 'delivered', 'read', 'failed'] as const;

test('any shuffle, repetition and division of statuses, early ones too, ends in the same state', async () => {
  const line = await testLine(base);
  const { woken } = await deliver(line, body(line, [message(line)]));
  const [conversationId = ''] = woken.keys();
  const shuffle = fc.record({
    names: fc.shuffledSubarray([...statusNames, ...statusNames], { minLength: 1 }),
    cuts: fc.array(fc.nat(7), { maxLength: 3 }),
    acceptedAfter: fc.nat(8),
    tagged: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(shuffle, async ({ names, cuts, acceptedAfter, tagged }) => {
      const [queued] = await withWorkspace(line.ctx, (tx) =>
        queueReply(line.ctx, tx, [
          {
            conversationId,
            channelId: line.channel.id,
            origin: 'api',
            content: { kind: 'text', text: 'x' },
            text: 'x',
            paced: false,
          },
        ]),
      );
      const tag = queued?.id as string;
      const providerId = wamid();
      const status = (name: string) => ({
        id: providerId,
        status: name,
        timestamp: String(1_795_000_000 + statusNames.indexOf(name as 'sent')),
        recipient_id: '5511987654321',
        ...(tagged ? { biz_opaque_callback_data: tag } : {}),
      });
      const batches = split(names.map(status), cuts);
      let seen = 0;
      let accepted = false;
      for (const batch of batches) {
        if (!accepted && seen >= acceptedAfter) accepted = await accept(line, tag, providerId);
        await deliver(line, body(line, [], { messages: undefined, statuses: batch }));
        seen += batch.length;
      }
      if (!accepted) await accept(line, tag, providerId);
      const row = (await stored(line)).find((one) => one.id === tag);
      const highest = statusNames.findLast((name) => names.includes(name));
      expect(row?.status).toBe(highest);
      expect(row?.providerId).toBe(providerId);
      for (const [name, at] of [
        ['sent', row?.sentAt],
        ['delivered', row?.deliveredAt],
        ['read', row?.readAt],
        ['failed', row?.failedAt],
      ] as const)
        expect(at ?? null).toEqual(
          names.includes(name) ? new Date((1_795_000_000 + statusNames.indexOf(name)) * 1000) : null,
        );
    }),
    { numRuns: 40 },
  );
}, 60_000);

async function accept(line: TestLine, tag: string, providerId: string): Promise<true> {
  const { advanceStatus, applyEarlyStatuses } = await import('../messages/index.ts');
  await withWorkspace(line.ctx, async (tx) => {
    await advanceStatus(line.ctx, tx, line.channel.id, [
      { status: 'accepted', at: new Date(1_794_999_999_000), tag, providerId },
    ]);
    await applyEarlyStatuses(line.ctx, tx, line.channel.id, [providerId]);
  });
  return true;
}

function split<T>(items: T[], cuts: number[]): T[][] {
  const at = [...new Set([0, ...cuts.filter((cut) => cut < items.length), items.length])].sort((a, b) => a - b);
  return at
    .slice(1)
    .map((end, i) => items.slice(at[i], end))
    .filter((batch) => batch.length > 0);
}

test('a receipt that can never be processed becomes a dead letter, and can be replayed', async () => {
  const line = await testLine(base);
  const receive = createReceiver(line.ctx);
  const receiptId = await receive({
    body: body(line, [message(line)]),
    channels: [{ workspaceId: line.ctx.workspaceId, channelId: line.channel.id }],
  });
  const broken = () => {
    throw new Error('broken parser');
  };
  await expect(processReceipts(line.ctx, line.channel, { parse: broken, memory: forget })).rejects.toThrow(
    'broken parser',
  );
  expect(await receiptsOfLane(line.ctx, line.channel.id)).toEqual([receiptId]);
  const waits: number[] = [];
  for (let attempt = 0; attempt < 6; attempt++) {
    await postponeReceipt(line.ctx, line.channel.id, receiptId, { reason: 'broken parser', firstWaitMs: 60_000 });
    const row = await withWorkspace(line.ctx, (tx) => tx.one<{ at: Date }>(notBefore, [receiptId]));
    if (row) waits.push(Math.round((row.at.getTime() - Date.now()) / 60_000));
  }
  expect(waits).toEqual([1, 2, 4, 8, 16]);
  expect(await receiptsOfLane(line.ctx, line.channel.id)).toEqual([]);
  await requeueReceipt(line.ctx, line.channel.id, receiptId);
  expect(await lanesDue(line.ctx, new Date(Date.now() + 1000))).toContainEqual({
    workspaceId: line.ctx.workspaceId,
    channelId: line.channel.id,
  });
  await processReceipts(line.ctx, line.channel, { parse: parseWebhook, memory: forget });
  expect(await stored(line)).toHaveLength(1);
});
