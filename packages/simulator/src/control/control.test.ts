import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { createSimulator } from '../create-simulator.ts';
import { number, startReceiver, startTrial, type Trial } from '../trial/start-trial.ts';

interface Frame {
  id: string;
  event: string;
  data: { cursor: string; type: string; data: { id?: string; status?: string } };
}

/** Reads server-sent events until `enough` says so. */
async function readFrames(
  trial: Trial,
  query: string,
  headers: Record<string, string>,
  enough: (frames: Frame[]) => boolean,
): Promise<Frame[]> {
  const abort = new AbortController();
  const answer = await fetch(`${trial.url}/control/events${query}`, { headers, signal: abort.signal });
  const frames: Frame[] = [];
  let rest = '';
  for await (const part of answer.body ?? []) {
    rest += Buffer.from(part).toString();
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
      if (line('event') !== '')
        frames.push({ id: line('id'), event: line('event'), data: JSON.parse(line('data')) as Frame['data'] });
    }
    if (enough(frames)) break;
  }
  abort.abort();
  return frames;
}

test('events follow the state without a gap, and go on from any cursor', async () => {
  await using trial = await startTrial();
  const state = (await trial.control('GET', '/state')).body as {
    cursor: string;
    customers: unknown[];
    messages: unknown[];
  };
  expect(state).toMatchObject({ customers: [{ name: 'Maria Ávila' }], messages: [] });
  const said = trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Oi' });
  const stored = (frames: Frame[]) =>
    frames.some((frame) => frame.event === 'message' && frame.data.data.status === 'delivered');
  const frames = await readFrames(trial, `?after=${state.cursor}`, {}, stored);
  expect(frames.filter((frame) => frame.event === 'message').map((frame) => frame.data.data.status)).toEqual([
    'sent',
    'delivered',
  ]);
  expect(frames.every((frame) => frame.id === frame.data.cursor)).toBe(true);

  const [first] = frames;
  const again = await readFrames(trial, '', { 'last-event-id': first?.id ?? '' }, stored);
  expect(again.map((frame) => frame.id)).toEqual(frames.slice(1).map((frame) => frame.id));
  expect(said.id).toBe(frames[0]?.data.data.id);
});

test('a cursor of another life is told to read everything anew', async () => {
  await using trial = await startTrial();
  const frames = await readFrames(trial, '?after=other-7', {}, (got) => got.length > 0);
  expect(frames[0]?.event).toBe('resync');
});

test('a page of another origin cannot drive it through a browser', async () => {
  await using trial = await startTrial();
  const post = (origin: string) => fetch(`${trial.url}/control/reset`, { method: 'POST', headers: { origin } });
  expect((await post('https://evil.invalid')).status).toBe(403);
  expect((await post('null')).status).toBe(403);
  expect((await post(trial.url)).status).toBe(200);
});

test('what makes no sense is refused with a sentence, never a crash', async () => {
  await using trial = await startTrial();
  const path = `/chats/${number.phoneNumberId}/${trial.maria.id}/messages`;
  for (const draft of [
    {},
    { kind: 'text' },
    { kind: 'text', body: '' },
    { kind: 'teleport' },
    [],
    { kind: 'media', as: 'image', mediaId: '1' },
  ]) {
    const { status, body } = await trial.control('POST', path, draft);
    expect([400, 404]).toContain(status);
    expect(body).toEqual({ error: expect.stringMatching(/./) });
  }
  expect((await trial.control('POST', '/faults', { kind: 'error' })).status).toBe(400);
  expect((await trial.control('PATCH', '/rules', { window: 'maybe' })).status).toBe(400);
});

test('rules and walk are switched while running, and reset forgets the talks but not the people', async () => {
  await using trial = await startTrial();
  expect((await trial.control('PATCH', '/rules', { pairRate: true })).body).toMatchObject({
    pairRate: true,
    window: 'off',
  });
  expect((await trial.control('PATCH', '/walk', { read: { afterMs: 1 } })).body).toMatchObject({
    read: { afterMs: 1 },
  });
  trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Oi' });
  await trial.control('POST', '/reset');
  expect((await trial.control('GET', '/state')).body).toMatchObject({
    messages: [],
    chats: [],
    customers: [{ name: 'Maria Ávila' }],
  });
});

test('a file of a page is kept and served so that it cannot run as a page', async () => {
  await using trial = await startTrial();
  const post = (type: string) =>
    fetch(`${trial.url}/control/media?filename=a.html`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '<script>1</script>',
    });
  const { id } = (await (await post('text/html')).json()) as { id: string };
  const answer = await fetch(`${trial.url}/control/media/${id}`, { headers: { range: 'bytes=0-6' } });
  expect(answer.status).toBe(206);
  expect(await answer.text()).toBe('<script');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
});

test('it works under a prefix of another server that reads bodies in its own way', async () => {
  const receiver = await startReceiver();
  const simulator = createSimulator({
    numbers: [{ ...number, webhookUrl: receiver.url }],
    customers: [{ name: 'M', phone: '11987654321' }],
  });
  const host = Fastify({ forceCloseConnections: true });
  host.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  await host.register(simulator.routes, { prefix: '/simulator' });
  const base = `${await host.listen({ port: 0, host: '127.0.0.1' })}/simulator`;
  const media = simulator.keepMedia({
    phoneNumberId: number.phoneNumberId,
    bytes: Buffer.from('x'),
    mimeType: 'image/png',
  });
  const headers = { authorization: `Bearer ${number.accessToken}`, 'content-type': 'application/json' };
  const body = JSON.stringify({
    messaging_product: 'whatsapp',
    to: '5511987654321',
    type: 'text',
    text: { body: 'x' },
  });
  expect(
    (await fetch(`${base}/v23.0/${number.phoneNumberId}/messages`, { method: 'POST', headers, body })).status,
  ).toBe(200);
  const found = (await (await fetch(`${base}/v23.0/${media.id}`, { headers })).json()) as { url: string };
  expect(found.url.startsWith(`${base}/whatsapp_business/attachments/`)).toBe(true);
  expect(await (await fetch(found.url, { headers })).text()).toBe('x');
  await simulator.close();
  await host.close();
  await receiver.close();
});

test('talks kept in a folder are there after a restart, and what nobody took is told again', async () => {
  const stateDir = await mkdtemp(join(tmpdir(), 'balcao-simulator-'));
  let messageId = '';
  {
    await using before = await startTrial({ stateDir });
    before.receiver.answer = () => ({ status: 503 });
    const file = before.simulator.keepMedia({
      phoneNumberId: number.phoneNumberId,
      bytes: Buffer.from('png'),
      mimeType: 'image/png',
    });
    messageId = before.simulator.write(number.phoneNumberId, before.maria.id, {
      kind: 'media',
      as: 'image',
      mediaId: file.id,
    }).id;
  }
  await using after = await startTrial({ stateDir });
  await after.simulator.idle();
  expect(after.receiver.items('messages')).toMatchObject([{ id: messageId, type: 'image' }]);
  const [message] = after.simulator.messages();
  expect(message).toMatchObject({ id: messageId, status: 'delivered' });
  const image = message?.content.image as { id: string };
  expect(await (await fetch(`${after.url}/control/media/${image.id}`)).text()).toBe('png');
  await rm(stateDir, { recursive: true });
});
