import { type AddressInfo, createServer, type Socket } from 'node:net';
import { loadMetaContract } from '@balcao/testkit';
import { afterEach, expect, test, vi } from 'vitest';
import type { SendRequest } from '../../port/index.ts';
import { createWhatsAppCloud } from '../create-whatsapp-cloud.ts';
import { accepted, answer, credentials, graphError, inTurn, type Reply, startGraphDouble } from './graph-double.ts';

const request: SendRequest = { to: { waId: '5521998765432' }, content: { kind: 'text', text: 'Olá' }, tag: '0199-id' };
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const stop of stops.splice(0)) await stop();
});

async function start(reply: Reply) {
  const double = await startGraphDouble(reply);
  stops.push(double.stop);
  const cloud = createWhatsAppCloud(double.ctx, { sendTimeoutMs: 300 });
  return { double, cloud, send: (more: object = {}) => cloud.send({ ...credentials, ...more }, request) };
}

test('accepted: the id, and the wa_id that Meta really wrote to', async () => {
  const { double, send } = await start(accepted());
  expect(await send()).toEqual({ outcome: 'accepted', providerId: 'wamid.out', waId: '552198765432' });
  const [heard] = double.heard;
  expect(heard).toMatchObject({ method: 'POST', url: `/v26.0/${credentials.phoneNumberId}/messages` });
  expect(heard?.headers).toMatchObject({
    authorization: `Bearer ${credentials.accessToken}`,
    'content-type': 'application/json',
  });
  const body: unknown = JSON.parse(heard?.body ?? '');
  expect(body).toMatchObject({ to: '5521998765432', biz_opaque_callback_data: '0199-id', text: { body: 'Olá' } });
  expect(loadMetaContract()?.request('post', '/{Version}/{Phone-Number-ID}/messages')(body) ?? []).toEqual([]);
});

test('held back for quality is accepted, and said', async () => {
  const { send } = await start(accepted('wamid.h', { message_status: 'held_for_quality_assessment' }));
  expect(await send()).toMatchObject({ outcome: 'accepted', providerId: 'wamid.h', held: true });
});

test.each([
  ['window closed', graphError(400, 131047), { treatment: 'window_closed', code: 131047, sentence: 'window_closed' }],
  ['token expired', graphError(401, 190), { treatment: 'stop_channel', code: 190 }],
  ['too fast', graphError(429, 130429), { treatment: 'slow_lane', code: 130429, afterMs: 2_000 }],
  [
    'too fast, with a wait',
    graphError(429, 130429, {}, { 'retry-after': '30' }),
    { treatment: 'slow_lane', afterMs: 30_000 },
  ],
  ['429 without a body', answer(429, '', { 'retry-after': '7' }), { treatment: 'slow_lane', afterMs: 7_000 }],
  ['500 with a code', graphError(500, 131000), { treatment: 'retry', code: 131000 }],
  ['503 as a page', answer(503, '<html>', { 'content-type': 'text/html' }), { treatment: 'retry' }],
  ['404 as a page', answer(404, '<html>'), { treatment: 'bad_request' }],
  ['an error inside a 200', graphError(200, 131026), { treatment: 'undeliverable', code: 131026 }],
  ['a redirect', answer(302, '', { location: 'http://127.0.0.1:1/' }), { treatment: 'retry' }],
  ['an error of another shape', answer(400, { error: 'no' }), { treatment: 'bad_request' }],
])('%s: failed, and how to go on', async (_, reply, expected) => {
  const { double, send } = await start(reply);
  expect(await send()).toMatchObject({ outcome: 'failed', ...expected });
  expect(double.heard).toHaveLength(1);
});

test('the reason that Meta gives is kept for developers', async () => {
  const { send } = await start(graphError(400, 100, { error_subcode: 2494010, error_data: { details: 'Bad header' } }));
  const outcome = await send();
  expect(outcome).toMatchObject({ detail: 'HTTP 400 · subcode 2494010 · (#100) Refused · Bad header · Atrace' });
});

test('Retry-After may be a date, and never silences a number for more than an hour', async () => {
  const inTwoMinutes = new Date(Date.now() + 120_000).toUTCString();
  const first = await start(graphError(429, 130429, {}, { 'retry-after': inTwoMinutes }));
  const { afterMs } = (await first.send()) as { afterMs: number };
  expect(afterMs).toBeGreaterThan(110_000);
  expect(afterMs).toBeLessThanOrEqual(120_000);
  const second = await start(graphError(429, 130429, {}, { 'retry-after': '999999999' }));
  expect(await second.send()).toMatchObject({ afterMs: 3_600_000 });
});

test.each<[string, Reply, string]>([
  ['hang-up once the request was read', (_, __, request) => request.socket.destroy(), 'connection_lost'],
  ['no answer in time', () => undefined, 'timeout'],
  ['200 with a page', answer(200, '<html>'), 'unreadable_answer'],
  ['200 without an id', answer(200, { messages: [{}] }), 'unreadable_answer'],
  [
    'an answer cut in the middle',
    (response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('{"messages":', () => response.destroy());
    },
    'unreadable_answer',
  ],
])('%s: unknown, and never sent twice', async (_, reply, reason) => {
  const { double, send } = await start(reply);
  expect(await send()).toMatchObject({ outcome: 'unknown', reason });
  expect(double.heard).toHaveLength(1);
});

/** A port where something listens that is no Graph API at all. */
async function listen(onConnection: (socket: Socket) => void) {
  const server = createServer(onConnection);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  const { double } = await start(accepted());
  const config = { ...double.ctx.config, graphApiBaseUrl: `http://127.0.0.1:${port}` };
  const cloud = createWhatsAppCloud({ ...double.ctx, config }, { sendTimeoutMs: 300 });
  return { cloud, close: () => new Promise((resolve) => server.close(resolve)) };
}

test('a hang-up before the request was read is unknown too: from here nobody can tell', async () => {
  const { cloud, close } = await listen((socket) => socket.destroy());
  expect(await cloud.send(credentials, request)).toMatchObject({ outcome: 'unknown' });
  await close();
});

test('refused before anything was written: failed, and safe to send again', async () => {
  const { cloud, close } = await listen((socket) => socket.destroy());
  await close();
  expect(await cloud.send(credentials, request)).toMatchObject({
    outcome: 'failed',
    treatment: 'retry',
    notSent: true,
  });
});

test('content over a limit never leaves', async () => {
  const { double, cloud } = await start(accepted());
  const content = { kind: 'text', text: 'x'.repeat(5_000) } as const;
  await expect(cloud.send(credentials, { ...request, content })).rejects.toMatchObject({ code: 'over_limit' });
  expect(double.heard).toHaveLength(0);
});

test('the breaker: ten failures in a row stop one channel, not its neighbours; the first answer opens it again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { double, send } = await start(graphError(500, 131000));
  for (let i = 0; i < 10; i++) await send();
  expect(await send()).toMatchObject({
    outcome: 'failed',
    treatment: 'retry',
    detail: expect.stringContaining('not tried'),
    notSent: true,
  });
  expect(double.heard).toHaveLength(10);
  double.reply = accepted();
  expect(await send({ channelId: 'channel-2' })).toMatchObject({ outcome: 'accepted' });
  expect(await send()).toMatchObject({ outcome: 'failed' });
  vi.setSystemTime(Date.now() + 20_000);
  expect(await send()).toMatchObject({ outcome: 'accepted' });
  expect(await send()).toMatchObject({ outcome: 'accepted' });
  expect(double.logged.map((line) => (line as [string])[0])).toEqual(['warn', 'info']);
});

test('one failure in ten never opens the breaker, and refusals of messages never count', async () => {
  const { send } = await start(
    (() => {
      let turn = 0;
      return (...told: Parameters<Reply>) =>
        (turn++ % 10 === 0 ? graphError(500, 131000) : graphError(400, 131026))(...told);
    })(),
  );
  for (let i = 0; i < 50; i++) expect(await send()).not.toMatchObject({ detail: expect.stringContaining('not tried') });
});

test('mark read, with typing, is one call', async () => {
  const { double, cloud } = await start(inTurn(answer(200, { success: true }), graphError(400, 131009)));
  expect(await cloud.markRead(credentials, { providerId: 'wamid.in', typing: true })).toEqual({ outcome: 'done' });
  expect(JSON.parse(double.heard[0]?.body ?? '')).toEqual({
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: 'wamid.in',
    typing_indicator: { type: 'text' },
  });
  expect(await cloud.markRead(credentials, { providerId: 'old' })).toMatchObject({
    outcome: 'failed',
    treatment: 'bad_request',
  });
});
