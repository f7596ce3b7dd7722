import type { ChannelAdapter, SendOutcome, SendRequest } from '@balcao/channels/port';
import { type DbCtx, sql, withConveyor, withWorkspace } from '@balcao/db';
import { systemClock } from '@balcao/kernel';
import { type TestLine, type TestLineOptions, testCtx, testLine } from '@balcao/testkit';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { identify } from '../contacts/index.ts';
import { openOrResume } from '../conversations/index.ts';
import {
  advanceStatus,
  list as listMessages,
  type MessageRow,
  type QueuedReply,
  queueReply,
} from '../messages/index.ts';
import { createDispatcher, type Dispatcher, loadDue, recoverClaims, settleUnknowns } from './index.ts';

let base: DbCtx;
beforeAll(async () => {
  base = await testCtx();
});

const WORKER = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';

interface Stage {
  readonly line: TestLine;
  readonly sent: SendRequest[];
  /** Answers to the next sends, in order; accepted when there are none. */
  readonly answers: (SendOutcome | Promise<SendOutcome>)[];
  readonly dispatcher: Dispatcher;
  dispatcherOf(workerId: string): Dispatcher;
  talk(name?: string): Promise<string>;
  queue(conversationId: string, ...texts: string[]): Promise<QueuedReply[]>;
  rows(conversationId: string): Promise<MessageRow[]>;
}

const stages: Dispatcher[] = [];
beforeEach(() => vi.setConfig({ testTimeout: 30_000 }));
afterEach(async () => {
  for (const dispatcher of stages.splice(0)) await dispatcher.stop(5_000);
});

async function setStage(options: TestLineOptions = {}, clock = systemClock): Promise<Stage> {
  const line = await testLine({ ...base, clock }, options);
  const sent: SendRequest[] = [];
  const answers: Stage['answers'] = [];
  const send: ChannelAdapter['send'] = async (_credentials, request) => {
    sent.push(request);
    return answers.shift() ?? { outcome: 'accepted', providerId: `wamid.${request.tag}` };
  };
  const adapter = { send } as ChannelAdapter; // the only method the outbox calls
  const credentials = { channelId: line.channel.id, phoneNumberId: '1', accountId: '2', accessToken: 'x' };
  const dispatcherOf = (workerId: string) => {
    const { id, workspaceId } = line.channel;
    const sender = { id, workspaceId, perSecond: options.perSecond ?? 100_000, adapter, credentials };
    const dispatcher = createDispatcher(line.ctx, { workerId, sender: () => sender });
    stages.push(dispatcher);
    return dispatcher;
  };
  let phones = 0;
  return {
    line,
    sent,
    answers,
    dispatcher: dispatcherOf(WORKER),
    dispatcherOf,
    talk: () =>
      withWorkspace(line.ctx, async (tx) => {
        const waId = `55119${String(80_000_000 + ++phones)}`;
        const { people } = await identify(tx, line.ctx, [{ waId }]);
        const contactId = people[0]?.contactId as string;
        return (await openOrResume(line.ctx, tx, line.channel.id, [{ contactId, waId }])).get(contactId) as string;
      }),
    queue: (conversationId, ...texts) =>
      withWorkspace(line.ctx, (tx) =>
        queueReply(
          line.ctx,
          tx,
          texts.map((text) => ({
            conversationId,
            channelId: line.channel.id,
            origin: 'api',
            content: { kind: 'text', text },
            text,
            paced: options.perPair ?? false,
          })),
        ),
      ),
    rows: async (conversationId) =>
      (await withWorkspace(line.ctx, (tx) => listMessages(line.ctx, tx, [conversationId]))).reverse(),
  };
}

const words = (sent: readonly SendRequest[]) =>
  sent.map(({ content }) => (content.kind === 'text' ? content.text : content.kind));
const statuses = (rows: readonly MessageRow[]) => rows.map((row) => row.status);
const failed = (treatment: 'retry' | 'slow_lane' | 'bad_request' | 'stop_channel', afterMs?: number): SendOutcome => ({
  outcome: 'failed',
  treatment,
  code: 1,
  detail: 'no',
  sentence: 'trying_again',
  afterMs,
});

test('messages of a conversation go one after the other, in order, whatever the first one has to wait for', async () => {
  const stage = await setStage();
  const [a, b] = [await stage.talk(), await stage.talk()];
  stage.answers.push(failed('retry', 300));
  stage.dispatcher.offer([...(await stage.queue(a, '1', '2', '3')), ...(await stage.queue(b, 'x'))]);
  await vi.waitFor(
    async () => expect(statuses(await stage.rows(a))).toEqual(['accepted', 'accepted', 'accepted']),
    10_000,
  );
  expect(words(stage.sent).filter((text) => text !== 'x')).toEqual(['1', '1', '2', '3']);
  expect(words(stage.sent).indexOf('x')).toBeLessThan(3);
  expect((await stage.rows(a))[0]?.providerId).toMatch(/^wamid\./);
});

test('offered twice and on two workers at once, a message is sent once', async () => {
  const stage = await setStage();
  const second = stage.dispatcherOf(OTHER);
  const talks = await Promise.all(Array.from({ length: 20 }, () => stage.talk()));
  const items = (await Promise.all(talks.map((talk) => stage.queue(talk, 'oi')))).flat();
  for (const dispatcher of [stage.dispatcher, second, stage.dispatcher, second]) dispatcher.offer(items);
  await vi.waitFor(() => expect(stage.sent).toHaveLength(20), 10_000);
  await Promise.all([stage.dispatcher.stop(2_000), second.stop(2_000)]);
  expect(new Set(stage.sent.map((request) => request.tag)).size).toBe(20);
  expect(stage.sent).toHaveLength(20);
});

test('a refusal that is final is shown on the message and lets the next one go', async () => {
  const stage = await setStage();
  const talk = await stage.talk();
  stage.answers.push(failed('bad_request'));
  stage.dispatcher.offer(await stage.queue(talk, 'errada', 'certa'));
  await vi.waitFor(async () => expect(statuses(await stage.rows(talk))).toEqual(['failed', 'accepted']), 10_000);
  expect((await stage.rows(talk))[0]).toMatchObject({ errorCode: 1 });
});

test('a number whose token is refused keeps its queue: nothing is marked failed', async () => {
  const stage = await setStage();
  const talk = await stage.talk();
  stage.answers.push(failed('stop_channel'));
  stage.dispatcher.offer(await stage.queue(talk, 'oi'));
  await vi.waitFor(() => expect(stage.sent).toHaveLength(1), 10_000);
  await stage.dispatcher.stop(2_000);
  expect(statuses(await stage.rows(talk))).toEqual(['queued']);
  const jobs = await withWorkspace(stage.line.ctx, (tx) =>
    tx.rows<{ name: string }>(sql('test/jobs', 'select name from jobs')),
  );
  expect(jobs.map((job) => job.name)).toEqual(['channels.stop']);
});

test('a send that a dead worker had under way is unknown, waits for a status, and is sent once more when none comes', async () => {
  let now = Date.now();
  const clock = { ...systemClock, now: () => new Date(now) };
  const stage = await setStage({}, clock);
  const [silent, told] = [await stage.talk(), await stage.talk()];
  stage.answers.push(new Promise(() => undefined), new Promise(() => undefined)); // the worker dies before the answers
  stage.dispatcher.offer([...(await stage.queue(silent, 'a')), ...(await stage.queue(told, 'b'))]);
  await vi.waitFor(() => expect(stage.sent).toHaveLength(2), 10_000);

  expect(await recoverClaims(stage.line.ctx, [WORKER])).toBe(0);
  expect(await recoverClaims(stage.line.ctx, [OTHER])).toBe(2);
  expect(statuses([...(await stage.rows(silent)), ...(await stage.rows(told))])).toEqual(['unknown', 'unknown']);
  expect(await settleUnknowns(stage.line.ctx)).toEqual([]);

  const [row] = await stage.rows(told);
  await withWorkspace(stage.line.ctx, (tx) =>
    advanceStatus(stage.line.ctx, tx, stage.line.channel.id, [
      { status: 'sent', at: new Date(now), tag: row?.id, providerId: 'wamid.told' },
    ]),
  );
  now += 16_000;
  const again = await settleUnknowns(stage.line.ctx);
  expect(again.map((one) => one.id)).toEqual((await stage.rows(silent)).map((one) => one.id));

  const survivor = stage.dispatcherOf(OTHER);
  for (const loaded of await loadDue(stage.line.ctx, new Date(now), 100)) survivor.offer(loaded.items);
  await vi.waitFor(async () => expect(statuses(await stage.rows(silent))).toEqual(['accepted']), 10_000);
  expect(words(stage.sent)).toEqual(['a', 'b', 'a']);
  expect(statuses(await stage.rows(told))).toEqual(['sent']);
  stages.splice(0, 1); // the dead worker never ends
});

test('unknown twice is for a person: it is not sent a third time, and holds nobody up', async () => {
  let now = Date.now();
  const clock = { ...systemClock, now: () => new Date(now) };
  const stage = await setStage({}, clock);
  const talk = await stage.talk();
  const unknown: SendOutcome = { outcome: 'unknown', reason: 'timeout', detail: '' };
  stage.answers.push(unknown, unknown);
  stage.dispatcher.offer(await stage.queue(talk, 'a', 'b'));
  for (const round of [1, 2]) {
    await vi.waitFor(async () => expect((await stage.rows(talk))[0]?.status).toBe('unknown'), 10_000);
    await vi.waitFor(() => expect(stage.sent).toHaveLength(round), 10_000);
    await vi.waitFor(() => expect(stage.dispatcher.underWay).toBe(0), 10_000);
    now += 16_000;
    await settleUnknowns(stage.line.ctx);
    for (const loaded of await loadDue(stage.line.ctx, new Date(now), 100)) stage.dispatcher.offer(loaded.items);
  }
  await vi.waitFor(async () => expect(statuses(await stage.rows(talk))).toEqual(['unknown', 'accepted']), 10_000);
  expect(words(stage.sent)).toEqual(['a', 'a', 'b']);
});

test('workers that die one after the other do not make a message a matter for a person', async () => {
  let now = Date.now();
  const clock = { ...systemClock, now: () => new Date(now) };
  const stage = await setStage({}, clock);
  const talk = await stage.talk();
  const items = await stage.queue(talk, 'a');
  for (let death = 1; death <= 3; death++) {
    stage.answers.push(new Promise(() => undefined));
    const victim = stage.dispatcherOf(WORKER);
    victim.offer(death === 1 ? items : (await loadDue(stage.line.ctx, new Date(now), 100)).flatMap((one) => one.items));
    await vi.waitFor(() => expect(stage.sent).toHaveLength(death), 10_000);
    await recoverClaims(stage.line.ctx, [OTHER]);
    now += 16_000;
    expect(await settleUnknowns(stage.line.ctx)).toHaveLength(1);
    stages.splice(stages.indexOf(victim), 1); // it never ends
  }
  for (const loaded of await loadDue(stage.line.ctx, new Date(now), 100)) stage.dispatcherOf(OTHER).offer(loaded.items);
  await vi.waitFor(async () => expect(statuses(await stage.rows(talk))).toEqual(['accepted']), 10_000);
  expect(stage.sent).toHaveLength(4);
});

test('an answer that comes after its message was taken for unknown still counts', async () => {
  const stage = await setStage();
  const talk = await stage.talk();
  const late = Promise.withResolvers<SendOutcome>();
  stage.answers.push(late.promise);
  stage.dispatcher.offer(await stage.queue(talk, 'a'));
  await vi.waitFor(() => expect(stage.sent).toHaveLength(1), 10_000);
  await recoverClaims(stage.line.ctx, []);
  late.resolve({ outcome: 'accepted', providerId: 'wamid.late' });
  await vi.waitFor(
    async () => expect(await stage.rows(talk)).toMatchObject([{ status: 'accepted', providerId: 'wamid.late' }]),
    10_000,
  );
  const left = await withConveyor(stage.line.ctx, (tx) =>
    tx.rows(sql('test/outbox-left', 'select 1 from outbox where workspace_id = $1'), [stage.line.ctx.workspaceId]),
  );
  expect(left).toEqual([]);
});

test('a number sends no faster than its pace, over two workers together', async () => {
  const stage = await setStage({ perSecond: 40 });
  const second = stage.dispatcherOf(OTHER);
  const talks = await Promise.all(Array.from({ length: 60 }, () => stage.talk()));
  const items = (await Promise.all(talks.map((talk) => stage.queue(talk, 'oi')))).flat();
  const began = performance.now();
  stage.dispatcher.offer(items.slice(0, 30));
  second.offer(items.slice(30));
  await vi.waitFor(() => expect(stage.sent).toHaveLength(60), { timeout: 10_000, interval: 10 });
  const seconds = (performance.now() - began) / 1_000;
  // 60 messages at 40/s take a second and a half.
  expect(seconds).toBeGreaterThan(1.4);
  expect(seconds).toBeLessThan(6);
});

test('a pair may borrow 45 messages at once and then gets one in six seconds', async () => {
  const stage = await setStage({ perPair: true });
  const talk = await stage.talk();
  const now = Date.now();
  const items = await stage.queue(talk, ...Array.from({ length: 50 }, (_, n) => String(n)));
  const waits = items.map((item) => Math.round((item.notBefore.getTime() - now) / 1_000));
  expect(waits.slice(0, 45).every((wait) => wait <= 1)).toBe(true);
  expect(waits.slice(45)).toEqual([6, 12, 18, 24, 30]);
  const more = await stage.queue(talk, 'mais uma');
  expect(Math.round(((more[0]?.notBefore.getTime() ?? 0) - now) / 1_000)).toBe(36);
});

const stateOf = (stage: Stage, id: string | undefined) =>
  withConveyor(stage.line.ctx, (tx) =>
    tx.one<{ state: string; attempts: number; deaths: number }>(
      sql('test/outbox-row', 'select state, attempts, deaths from outbox where message_id = $1'),
      [id],
    ),
  );

test('a send that never left this machine is no attempt: however often, the message is sent in the end', async () => {
  const stage = await setStage();
  const talk = await stage.talk();
  const away: SendOutcome = {
    outcome: 'failed',
    treatment: 'retry',
    detail: 'no',
    sentence: 'trying_again',
    notSent: true,
  };
  stage.answers.push(away, away);
  const [item] = await stage.queue(talk, 'oi');
  stage.dispatcher.offer(item ? [item] : []);
  await vi.waitFor(async () => expect(await stateOf(stage, item?.id)).toMatchObject({ state: 'queued', attempts: 0 }), {
    timeout: 5_000,
    interval: 5,
  });
  await vi.waitFor(async () => expect(statuses(await stage.rows(talk))).toEqual(['accepted']), 20_000);
  expect(stage.sent).toHaveLength(3);
});

test('a worker taken for dead that finds its send refused after all does not queue what another is sending', async () => {
  let now = Date.now();
  const clock = { ...systemClock, now: () => new Date(now) };
  const stage = await setStage({}, clock);
  const talk = await stage.talk();
  const late = Promise.withResolvers<SendOutcome>();
  const second = Promise.withResolvers<SendOutcome>();
  stage.answers.push(late.promise, second.promise);
  const [item] = await stage.queue(talk, 'oi');
  stage.dispatcher.offer(item ? [item] : []);
  await vi.waitFor(() => expect(stage.sent).toHaveLength(1), 10_000);
  await recoverClaims(stage.line.ctx, [OTHER]);
  now += 16_000;
  await settleUnknowns(stage.line.ctx);
  const other = stage.dispatcherOf(OTHER);
  for (const loaded of await loadDue(stage.line.ctx, new Date(now), 100)) other.offer(loaded.items);
  await vi.waitFor(() => expect(stage.sent).toHaveLength(2), 10_000);
  late.resolve(failed('retry'));
  await vi.waitFor(() => expect(stage.dispatcher.underWay).toBe(0), 10_000);
  expect(await stateOf(stage, item?.id)).toMatchObject({ state: 'sending', deaths: 1 });
  second.resolve({ outcome: 'accepted', providerId: 'wamid.second' });
  await vi.waitFor(async () => expect(statuses(await stage.rows(talk))).toEqual(['accepted']), 10_000);
});

test('sends that hang do not keep the others of the same number waiting', async () => {
  let now = Date.now();
  const clock = { ...systemClock, now: () => new Date(now) };
  const stage = await setStage({}, clock);
  const hanging = Promise.withResolvers<SendOutcome>();
  const talks = await Promise.all(Array.from({ length: 129 }, () => stage.talk()));
  const items = (await Promise.all(talks.map((talk) => stage.queue(talk, 'oi')))).flat();
  stage.answers.push(...items.slice(1).map(() => hanging.promise));
  stage.dispatcher.offer(items.slice(0, 128));
  await vi.waitFor(() => expect(stage.sent).toHaveLength(128), 10_000);
  stage.dispatcher.offer(items.slice(128));
  await systemClock.sleep(100);
  expect(stage.sent).toHaveLength(128);
  now += 3_000;
  stage.dispatcher.offer(items.slice(128));
  await vi.waitFor(() => expect(stage.sent).toHaveLength(129), 10_000);
  hanging.resolve({ outcome: 'unknown', reason: 'timeout', detail: '' });
});

test('stopping while messages are being claimed leaves none of them claimed', async () => {
  const stage = await setStage();
  const talks = await Promise.all(Array.from({ length: 40 }, () => stage.talk()));
  const items = (await Promise.all(talks.map((talk) => stage.queue(talk, 'oi')))).flat();
  stage.dispatcher.offer(items);
  await stage.dispatcher.stop(5_000);
  const states = await Promise.all(items.map((item) => stateOf(stage, item.id)));
  expect(states.filter((row) => row?.state === 'sending')).toEqual([]);
  expect(stage.dispatcher.underWay).toBe(0);
});

test('the next message of a conversation goes soon after the one that another worker had in hand', async () => {
  const stage = await setStage();
  const second = stage.dispatcherOf(OTHER);
  const talk = await stage.talk();
  const first = Promise.withResolvers<SendOutcome>();
  stage.answers.push(first.promise);
  const [one, two] = await stage.queue(talk, '1', '2');
  stage.dispatcher.offer(one ? [one] : []);
  await vi.waitFor(() => expect(stage.sent).toHaveLength(1), 10_000);
  second.offer(two ? [two] : []);
  await systemClock.sleep(300);
  expect(stage.sent).toHaveLength(1);
  first.resolve({ outcome: 'accepted', providerId: 'wamid.1' });
  await vi.waitFor(() => expect(words(stage.sent)).toEqual(['1', '2']), { timeout: 1_000, interval: 10 });
});

test('offered to both, a paced number still sends at its pace: nobody pays for what another sends', async () => {
  const stage = await setStage({ perSecond: 40 });
  const second = stage.dispatcherOf(OTHER);
  const talks = await Promise.all(Array.from({ length: 60 }, () => stage.talk()));
  const items = (await Promise.all(talks.map((talk) => stage.queue(talk, 'oi')))).flat();
  const began = performance.now();
  stage.dispatcher.offer(items);
  second.offer(items);
  await vi.waitFor(() => expect(stage.sent).toHaveLength(60), { timeout: 10_000, interval: 10 });
  const seconds = (performance.now() - began) / 1_000;
  expect(seconds).toBeGreaterThan(1.4);
  expect(seconds).toBeLessThan(2.4); // twice the pace's second and a half would be 3
});

test('a long queue of one number does not hide the others from the sweeper', async () => {
  const [crowded, calm] = [await setStage(), await setStage()];
  const talks = await Promise.all(Array.from({ length: 30 }, () => crowded.talk()));
  await Promise.all(talks.map((talk) => crowded.queue(talk, 'oi')));
  const [late] = await calm.queue(await calm.talk(), 'oi');
  const due = (await loadDue(base, new Date(Date.now() + 1_000), 20)).flatMap((loaded) => loaded.items);
  expect(due).toHaveLength(20);
  expect(due.map((item) => item.id)).toContain(late?.id);
});
