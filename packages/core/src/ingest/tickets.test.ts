import { parseWebhook } from '@balcao/channels/whatsapp-cloud';
import { sql, withWorkspace } from '@balcao/db';
import { movableClock, type TestLine, testCtx, testLine, ticketLab } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { giveFloor } from '../conversations/index.ts';
import { createDepartment } from '../departments/index.ts';
import { queueReply } from '../messages/index.ts';
import { takeTurns } from '../orchestrator/index.ts';
import { type ActionRequest, actOnOne, inboxItems, timeline } from '../tickets/index.ts';
import { createReceiver, processReceipts } from './index.ts';

const HOUR = 3_600_000;
// Late in the evening in São Paulo, past midnight by the clocks of the house.
const clock = movableClock('2026-11-21T01:30:00Z');
let base: Awaited<ReturnType<typeof testCtx>>;
beforeAll(async () => {
  base = await testCtx({ clock });
});

let n = 0;
async function deliver(line: TestLine, value: object, field = 'messages') {
  const metadata = { phone_number_id: line.channel.phoneNumberId };
  const changes = [{ field, value: { metadata, ...value } }];
  const body = JSON.stringify({ entry: [{ id: line.channel.accountId, changes }] });
  const channels = [{ workspaceId: line.ctx.workspaceId, channelId: line.channel.id }];
  await createReceiver(line.ctx)({ body, channels });
  return await processReceipts(line.ctx, line.channel, { parse: parseWebhook, memory: { take: () => undefined } });
}

const timestamp = () => String(Math.floor(clock.now().getTime() / 1000));
const say = (line: TestLine, text = 'oi', from = '5511987654321') =>
  deliver(line, {
    messages: [{ from, id: `wamid.${++n}`, timestamp: timestamp(), type: 'text', text: { body: text } }],
  });

const allTalks = sql('test/all-talks', 'select id from conversations order by id');
const allTickets = sql('test/all-tickets', 'select id, status from tickets order by id');
const dropFlow = sql('test/drop-flow', 'update channels set flow_version_id = null');
const setSettings = sql('test/set-settings', 'update workspaces set settings = $1');
const sessions = sql('test/sessions', 'select 1 from bot_sessions');
const disable = sql('test/disable', `update members set state = 'disabled' where id = $1`);

async function item(line: TestLine) {
  return await withWorkspace(line.ctx, async (tx) => {
    const talks = await tx.rows<{ id: string }>(allTalks);
    const [found] = await inboxItems(
      line.ctx,
      tx,
      talks.map((talk) => talk.id),
    );
    if (found === undefined) throw new Error('there is no ticket');
    return found;
  });
}

const history = async (line: TestLine) => {
  const { ticketId } = await item(line);
  const { events } = await withWorkspace(line.ctx, (tx) => timeline(line.ctx, tx, ticketId));
  return events.map(({ kind, by, status }) => `${by.kind} ${kind} ${status}`);
};

async function served(line: TestLine) {
  const ana = await ticketLab(line).member('Ana');
  await say(line);
  const { ticketId } = await item(line);
  const act = (request: ActionRequest) => withWorkspace(ana.ctx, (tx) => actOnOne(ana.ctx, tx, ana, ticketId, request));
  await act({ do: 'claim' });
  return { ana, ticketId, act };
}

test('the first message opens a ticket with the bot, with a protocol of the day where the company is', async () => {
  const line = await testLine(base);
  const { woken } = await say(line, 'Bom dia!');
  const first = await item(line);
  expect(first).toMatchObject({ status: 'triage', unread: 1, floor: 'bot', assigneeId: null, priority: 'normal' });
  expect(first.protocol).toMatch(/^20261120\d{6}$/);
  expect(first.lastMessage).toMatchObject({ direction: 'in', text: 'Bom dia!', kind: 'text', status: 'received' });
  expect(first.contact.phone).toBe('+5511987654321');
  expect((await takeTurns(line.ctx, [...woken.keys()])).queued).toHaveLength(1);
  expect((await item(line)).lastMessage).toMatchObject({ direction: 'out', origin: 'bot', text: 'Bom dia!' });
  clock.go(60_000);
  await say(line);
  const again = await item(line);
  expect(again).toMatchObject({ ticketId: first.ticketId, status: 'triage', unread: 2 });
  expect(again.lastMessageAt > first.lastMessageAt).toBe(true);
  expect(await history(line)).toEqual(['customer opened triage']);
});

test('without a flow, or when a person has the word, the ticket waits for people', async () => {
  const [silent, busy] = [await testLine(base), await testLine(base)];
  await withWorkspace(silent.ctx, (tx) => tx.run(dropFlow));
  await say(silent);
  expect(await item(silent)).toMatchObject({ status: 'queued' });
  await say(busy);
  const { act, ticketId } = await served(busy);
  await act({ do: 'resolve' });
  await withWorkspace(busy.ctx, async (tx) => {
    await tx.run(setSettings, ['{"reopenHours":0}']);
    const { conversationId } = await item(busy);
    await giveFloor(busy.ctx, tx, [conversationId], 'person', clock.now());
  });
  await say(busy);
  const fresh = await item(busy);
  expect(fresh.ticketId).not.toBe(ticketId);
  expect(fresh).toMatchObject({ status: 'queued', assigneeId: null });
});

test('what the phone app says or brings from the past, and that a number changed, opens nothing', async () => {
  const line = await testLine(base);
  const echo = {
    from: '551130030001',
    to: '5511987654321',
    id: 'wamid.e',
    timestamp: timestamp(),
    type: 'text',
    text: { body: 'a' },
  };
  await deliver(line, { message_echoes: [echo] }, 'smb_message_echoes');
  const past = { from: '5521912345678', id: 'wamid.h', timestamp: timestamp(), type: 'text', text: { body: 'antes' } };
  await deliver(line, { history: [{ threads: [{ id: '5521912345678', messages: [past] }] }] }, 'history');
  await deliver(line, {
    messages: [
      {
        from: '5531912345678',
        id: 'wamid.s',
        timestamp: timestamp(),
        type: 'system',
        system: { body: 'x', type: 'x' },
      },
    ],
  });
  const talks = await withWorkspace(line.ctx, (tx) => tx.rows(allTalks));
  expect(talks.length).toBeGreaterThan(1);
  expect(await withWorkspace(line.ctx, (tx) => tx.rows(allTickets))).toEqual([]);
});

test('a waiting or snoozed ticket is back with its person at the next message', async () => {
  const line = await testLine(base);
  const { ana, act } = await served(line);
  await act({ do: 'wait' });
  await say(line);
  expect(await item(line)).toMatchObject({ status: 'open', assigneeId: ana.memberId });
  await act({ do: 'snooze', until: new Date(clock.now().getTime() + HOUR) });
  await say(line);
  expect(await item(line)).toMatchObject({ status: 'open', assigneeId: ana.memberId, snoozedUntil: null });
  expect((await history(line)).filter((one) => one.includes('woken'))).toEqual(Array(2).fill('customer woken open'));
});

test('soon after it was resolved the same ticket is reopened to the same person, and the bot is silent', async () => {
  const line = await testLine(base);
  const { ana, ticketId, act } = await served(line);
  await act({ do: 'resolve', reason: 'Pedido entregue' });
  expect(await item(line)).toMatchObject({ status: 'resolved', floor: 'bot' });
  clock.go(23 * HOUR);
  const { woken } = await say(line);
  expect(await item(line)).toMatchObject({ ticketId, status: 'open', assigneeId: ana.memberId, floor: 'person' });
  expect((await takeTurns(line.ctx, [...woken.keys()])).queued).toEqual([]);
});

test('whoever had it may be gone: then it waits in the queue', async () => {
  const line = await testLine(base);
  const { ana, ticketId, act } = await served(line);
  await act({ do: 'resolve' });
  await withWorkspace(line.ctx, (tx) => tx.run(disable, [ana.memberId]));
  await say(line);
  expect(await item(line)).toMatchObject({ ticketId, status: 'queued', assigneeId: null, floor: 'person' });
});

test('later than the company’s hours it is a new ticket, and the bot begins anew', async () => {
  const line = await testLine(base, {
    flow: { version: 1, start: 'm', steps: { m: { ask: 'Nome?', save: 'nome', next: 'm' } } },
  });
  const { ticketId, act } = await served(line);
  await act({ do: 'resolve' });
  expect(await withWorkspace(line.ctx, (tx) => tx.rows(sessions))).toEqual([]);
  await withWorkspace(line.ctx, (tx) => tx.run(setSettings, ['{"reopenHours":2,"timeZone":"Nowhere/Land"}']));
  clock.go(2 * HOUR + 1);
  await say(line);
  const fresh = await item(line);
  expect(fresh.ticketId).not.toBe(ticketId);
  expect(fresh).toMatchObject({ status: 'triage', floor: 'bot' });
  expect(fresh.protocol).toMatch(/^\d{14,}$/);
});

test('a flow’s handoff puts the ticket into the queue of the department that it names', async () => {
  const flow = { version: 1, start: 'h', steps: { h: { handoff: { text: 'Já chamo.', department: 'financeiro' } } } };
  const line = await testLine(base, { flow });
  const department = await withWorkspace(line.ctx, (tx) => createDepartment(line.ctx, tx, { name: 'Financeiro' }));
  const { woken } = await say(line);
  await takeTurns(line.ctx, [...woken.keys()]);
  expect(await item(line)).toMatchObject({ status: 'queued', departmentId: department.id, floor: 'person' });
  expect(await history(line)).toEqual(['customer opened triage', 'bot handed_off queued']);
});

test('an answer of people moves the ticket up and is its first reply; one of the bot is not', async () => {
  const line = await testLine(base);
  const { woken } = await say(line);
  await takeTurns(line.ctx, [...woken.keys()]);
  const firstReply = sql('test/first-reply', 'select first_reply_at as at, last_message_at as last from tickets');
  const before = await withWorkspace(line.ctx, (tx) => tx.one<{ at: Date | null; last: Date }>(firstReply));
  expect(before?.at).toBeNull();
  clock.go(HOUR);
  const { conversationId, channelId } = await item(line);
  const content = { kind: 'text', text: 'Olá' } as const;
  await withWorkspace(line.ctx, (tx) =>
    queueReply(line.ctx, tx, [{ conversationId, channelId, origin: 'person', content, text: 'Olá', paced: false }]),
  );
  expect(await withWorkspace(line.ctx, (tx) => tx.one(firstReply))).toEqual({ at: clock.now(), last: clock.now() });
});

test('fifty copies of a message, in parallel and in one batch, open one ticket', async () => {
  const line = await testLine(base);
  const message = {
    from: '5511987654321',
    id: 'wamid.same',
    timestamp: timestamp(),
    type: 'text',
    text: { body: 'oi' },
  };
  await Promise.all(Array.from({ length: 50 }, () => deliver(line, { messages: [message, message] })));
  expect(await withWorkspace(line.ctx, (tx) => tx.rows(allTickets))).toHaveLength(1);
});

test('a message that comes while the ticket is being resolved is never left in a resolved ticket unseen', async () => {
  const line = await testLine(base);
  const { ticketId, act } = await served(line);
  for (let round = 0; round < 10; round++) {
    await Promise.all([act({ do: 'resolve' }), say(line)]);
    const { status, unread } = await item(line);
    // Either the message came first and was there to be seen, or it opened the ticket again.
    const events = (await history(line)).filter((one) => /resolved|reopened/.test(one)).slice(-2);
    const last =
      status === 'resolved' ? ['person resolved resolved'] : ['person resolved resolved', 'customer reopened open'];
    expect(events.slice(-last.length)).toEqual(last);
    expect(unread).toBe(round + 2);
    if (status === 'resolved') await act({ do: 'reopen' });
  }
  expect((await item(line)).ticketId).toBe(ticketId);
}, 20_000);
