import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { signBody } from '@balcao/simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SimulatedLine, startSimulatedLine } from './start-simulated-line.ts';

let line: SimulatedLine;
beforeAll(async () => {
  line = await startSimulatedLine();
}, 60_000);
afterAll(() => line?.close());

let n = 0;
function webhook(text = 'oi'): { body: string; id: string; signature: string } {
  const id = `wamid.socket${++n}`;
  const message = { from: '5521998765432', id, timestamp: '1795176000', type: 'text', text: { body: text } };
  const value = { metadata: { phone_number_id: line.number.phoneNumberId }, messages: [message] };
  const body = JSON.stringify({ entry: [{ id: line.number.wabaId, changes: [{ field: 'messages', value }] }] });
  return { body, id, signature: signBody(body, line.number.appSecret) };
}

const head = (method: string, headers: Readonly<Record<string, string>>, path = '/webhooks/whatsapp') =>
  `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

interface Talk {
  /** The status of each answer, in order. */
  readonly statuses: number[];
  readonly raw: string;
}

/** Writes bytes as they are, in pieces, and reads until the other side closes or `patience` ends. */
async function speak(pieces: readonly (string | Buffer)[], patience = 2_000, pause = 0): Promise<Talk> {
  const socket = connect(Number(new URL(line.program.url).port), '127.0.0.1');
  let raw = '';
  socket.setEncoding('latin1').on('data', (part) => (raw += String(part)));
  socket.on('error', () => undefined); // it may cut us off in the middle
  const closed = once(socket, 'close');
  for (const piece of pieces) {
    if (!socket.writable) break;
    socket.write(piece);
    if (pause > 0) await sleep(pause);
  }
  await Promise.race([closed, sleep(patience)]);
  socket.destroy();
  return { statuses: [...raw.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((match) => Number(match[1])), raw };
}

function signed(headers: Readonly<Record<string, string>> = {}): { head: string; body: string; id: string } {
  const { body, id, signature } = webhook();
  const all = { 'X-Hub-Signature-256': signature, 'Content-Length': String(Buffer.byteLength(body)), ...headers };
  return { head: head('POST', { ...all, Connection: 'close' }), body, id };
}

const storedIds = async () => {
  await line.settled();
  const rows = await line.program.cli<{ providerId: string }[]>('messages', 'list', '--workspace', line.workspaceId);
  return rows.map((row) => row.providerId);
};

test('a body is taken whole, in chunks, without a content type, and after 100-continue', async () => {
  const plain = signed({ 'Content-Type': 'application/json' });
  expect((await speak([plain.head + plain.body])).statuses).toEqual([200]);
  const bare = signed();
  expect((await speak([bare.head, bare.body.slice(0, 50), bare.body.slice(50)], 2_000, 20)).statuses).toEqual([200]);
  const patient = signed({ Expect: '100-continue' });
  expect((await speak([patient.head, patient.body], 2_000, 50)).statuses).toEqual([100, 200]);
  const { body, id, signature } = webhook();
  const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
  const chunked = { 'X-Hub-Signature-256': signature, 'Transfer-Encoding': 'chunked', Connection: 'close' };
  const parts = [head('POST', chunked), chunk(body.slice(0, 30)), chunk(body.slice(30)), '0\r\n\r\n'];
  expect((await speak(parts, 2_000, 10)).statuses).toEqual([200]);
  expect(await storedIds()).toEqual(expect.arrayContaining([plain.id, bare.id, patient.id, id]));
});

test('requests that come in one packet are answered one after the other', async () => {
  const three = [webhook(), webhook(), webhook()];
  const packet = three.map(({ body, signature }) => {
    const headers = { 'X-Hub-Signature-256': signature, 'Content-Length': String(Buffer.byteLength(body)) };
    return head('POST', headers) + body;
  });
  expect((await speak([packet.join('')], 1_000)).statuses).toEqual([200, 200, 200]);
  expect(await storedIds()).toEqual(expect.arrayContaining(three.map((one) => one.id)));
});

test.each([
  ['PUT', 404],
  ['DELETE', 404],
  ['PATCH', 404],
  ['OPTIONS', 404],
  ['HEAD', 403],
])('%s is no way to bring a webhook', async (method, status) => {
  const { statuses } = await speak([head(method, { Connection: 'close' })]);
  expect(statuses).toEqual([status]);
});

test('what is compressed, cut short, or not HTTP is refused, and never by a 5xx', async () => {
  const { body, signature } = webhook();
  const zipped = gzipSync(body);
  const packed = {
    'X-Hub-Signature-256': signature,
    'Content-Encoding': 'gzip',
    'Content-Length': String(zipped.length),
    Connection: 'close',
  };
  const signature8k = { 'X-Hub-Signature-256': 'sha256='.padEnd(20_000, '0'), Connection: 'close' };
  const talks = [
    await speak([head('POST', packed), zipped]),
    await speak(['POST /webhooks/whatsapp HTTP/9.9\r\n\r\n']),
    await speak(['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03']),
    await speak([head('POST', signature8k)]),
    await speak([head('POST', { 'Content-Length': 'many', Connection: 'close' })]),
    await speak([head('POST', { 'Content-Length': '5', 'Transfer-Encoding': 'chunked', Connection: 'close' })]),
    await speak([head('GET', { Connection: 'close' }, '/webhooks/%')]),
    await speak([head('POST', { 'Content-Length': '99999999999', Connection: 'close' }), 'x']),
  ];
  for (const { statuses, raw } of talks) {
    expect(statuses, raw).toHaveLength(1);
    expect([400, 404, 413, 415, 431]).toContain(statuses[0]);
  }
});

test('who dribbles is cut off, and keeps nobody waiting', { timeout: 40_000 }, async () => {
  const began = performance.now();
  const slow = speak(
    [...'POST /webhooks/whatsapp HTTP/1.1\r\nHost: localhost\r\nX-Slow: '].concat(
      Array.from({ length: 60 }, () => 'y'),
    ),
    25_000,
    250,
  );
  const quick = signed();
  expect((await speak([quick.head + quick.body])).statuses).toEqual([200]);
  expect((await slow).statuses).toEqual([408]);
  expect(performance.now() - began).toBeLessThan(35_000);
});

test('every answer carries the id of its request: the one in front gave it, or it is made here', async () => {
  const given = await speak([head('GET', { 'X-Request-Id': 'proxy-0123456789', Connection: 'close' }, '/health/live')]);
  expect(given.raw).toMatch(/^x-request-id: proxy-0123456789\r?$/im);
  const bad = await speak([
    head('GET', { 'X-Request-Id': '5521998765432 "}', Connection: 'close' }, '/api/v1/nowhere'),
  ]);
  expect(bad.raw).toMatch(/^x-request-id: [0-9a-f]{8}-[0-9a-f-]{27}\r?$/im);
  expect(bad.raw).toMatch(/^content-type: application\/problem\+json\b/im);
  expect(bad.raw).toContain('"code":"not_found"');
});
