import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { number, type Received, startReceiver, startTrial } from '../trial/start-trial.ts';

test('a webhook is signed over its very bytes, escaped, and marks the bubble as stored', async () => {
  await using trial = await startTrial();
  const said = trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Olá/🙂' });
  expect(said.status).toBe('sent');
  await trial.simulator.idle();
  const { headers, raw } = trial.receiver.received[0] as Received; // idle() waited for it
  const digest = createHmac('sha256', number.appSecret).update(raw).digest('hex');
  expect(headers['x-hub-signature-256']).toBe(`sha256=${digest}`);
  expect(raw.toString()).toContain(String.raw`"text":{"body":"Ol\u00e1\/\ud83d\ude42"}`);
  expect(raw.toString()).toContain(String.raw`"profile":{"name":"Maria \u00c1vila"}`);
  expect(said.status).toBe('delivered');
});

test('whatever is not 200 is tried again until it is, with each try on record', async () => {
  await using trial = await startTrial();
  const statuses = [500, 503, 204, 200];
  trial.receiver.answer = (n) => ({ status: statuses[n - 1] ?? 200 });
  trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Oi' });
  await trial.simulator.idle();
  const [delivery] = trial.simulator.webhooks();
  expect(delivery?.state).toBe('delivered');
  expect(delivery?.attempts.map((attempt) => attempt.status)).toEqual(statuses);
});

test('Retry-After is honoured', async () => {
  await using trial = await startTrial();
  trial.receiver.answer = (n) => (n === 1 ? { status: 503, headers: { 'retry-after': '1' } } : { status: 200 });
  trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Oi' });
  await trial.simulator.idle();
  const [first, second] = trial.receiver.received;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
});

test('a receiver that is away gets everything when it is back', async () => {
  await using trial = await startTrial();
  const away = await startReceiver();
  trial.simulator.connectNumber({ ...number, webhookUrl: away.url });
  await away.close();
  const said = trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Oi' });
  await expect.poll(() => trial.simulator.webhooks()[0]?.attempts.length).toBeGreaterThan(0);
  expect(said.status).toBe('sent');
  expect(trial.simulator.webhooks()[0]?.attempts[0]?.error).toContain('ECONNREFUSED');
  trial.simulator.connectNumber({ ...number, webhookUrl: trial.receiver.url });
  await trial.simulator.idle();
  expect(trial.receiver.items('messages')).toHaveLength(1);
  expect(said.status).toBe('delivered');
});

test('the waiting webhooks are bounded, and the oldest are dropped and counted as such', async () => {
  await using trial = await startTrial({ keep: { pending: 3 } });
  trial.receiver.answer = () => ({ status: 500 });
  for (let n = 0; n < 5; n++) {
    trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: `${n}` });
  }
  expect(trial.simulator.webhooks().map((delivery) => delivery.state)).toEqual([
    'dropped',
    'dropped',
    'waiting',
    'waiting',
    'waiting',
  ]);
});

test('after long enough a webhook is given up', async () => {
  await using trial = await startTrial({ retry: { firstMs: 5, maxMs: 5, giveUpAfterMs: 40 } });
  trial.receiver.answer = () => ({ status: 500 });
  trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Oi' });
  await trial.simulator.idle();
  expect(trial.simulator.webhooks()[0]?.state).toBe('given-up');
});

test('a webhook of the past can be sent again as it was', async () => {
  await using trial = await startTrial();
  trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Oi' });
  await trial.simulator.idle();
  const id = trial.simulator.webhooks()[0]?.id ?? '';
  expect((await trial.control('POST', `/webhooks/${id}/replay`)).status).toBe(200);
  await trial.simulator.idle();
  expect(trial.receiver.received.map(({ raw }) => raw.toString())).toEqual(
    Array(2).fill(trial.receiver.received[0]?.raw.toString()),
  );
});

test('the handshake succeeds with the right token only', async () => {
  await using trial = await startTrial();
  expect(await trial.simulator.handshake(number.phoneNumberId)).toMatchObject({ ok: true, status: 200 });
  trial.simulator.connectNumber({ ...number, webhookUrl: trial.receiver.url, verifyToken: 'wrong' });
  expect((await trial.control('POST', '/handshake', { phoneNumberId: number.phoneNumberId })).body).toMatchObject({
    ok: false,
    status: 403,
  });
});
