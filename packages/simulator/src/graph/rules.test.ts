import { expect, test } from 'vitest';
import { createHandClock } from '../trial/hand-clock.ts';
import { number, startTrial, text } from '../trial/start-trial.ts';

test('a wrong or missing token is error 190 in the shape of Meta', async () => {
  await using trial = await startTrial();
  const wrong = await trial.graph(`/${number.phoneNumberId}/messages`, {
    method: 'POST',
    json: text('x'),
    token: 'other',
  });
  expect(wrong.status).toBe(401);
  expect(await wrong.json()).toEqual({
    error: {
      message: 'Invalid OAuth access token - Cannot parse access token',
      type: 'OAuthException',
      code: 190,
      fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
    },
  });
  expect((await trial.graph(`/${number.phoneNumberId}`, { token: null })).status).toBe(401);
});

test('somebody else’s number does not exist', async () => {
  await using trial = await startTrial();
  trial.simulator.connectNumber({ ...number, phoneNumberId: '999', wabaId: '998', accessToken: 'another' });
  const answer = await trial.graph('/999/messages', { method: 'POST', json: text('x') });
  expect(await answer.json()).toMatchObject({ error: { code: 100, error_subcode: 33, type: 'GraphMethodException' } });
});

test('outside 24 hours a text is accepted and fails by a status, or is refused at once, as switched', async () => {
  const clock = createHandClock();
  await using trial = await startTrial({ clock, rules: { window: 'status' }, walk: { sentMs: 0, deliveredMs: 0 } });
  trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Oi' });
  expect((await trial.send(text('dentro'))).status).toBe(200);
  await clock.advance(24 * 3_600_000 + 1);
  expect((await trial.send(text('fora'))).status).toBe(200);
  await trial.simulator.idle();
  const failed = trial.receiver.items('statuses').filter((status) => status.status === 'failed');
  expect(failed).toMatchObject([{ errors: [{ code: 131047, title: 'Re-engagement message', error_data: {} }] }]);

  trial.simulator.rules.window = 'answer';
  expect((await trial.send(text('fora'))).body.error).toMatchObject({
    code: 131047,
    error_data: { messaging_product: 'whatsapp' },
  });
});

test('to one person 45 messages may be borrowed, then one each six seconds; others are not held up', async () => {
  const clock = createHandClock();
  await using trial = await startTrial({ clock, rules: { pairRate: true } });
  for (let n = 0; n < 45; n++) expect((await trial.send(text('oi'))).status).toBe(200);
  expect((await trial.send(text('oi'))).body.error?.code).toBe(131056);
  expect((await trial.send(text('oi', '5511911112222'))).status).toBe(200);
  // With and without the ninth digit it is one person.
  expect((await trial.send(text('oi', '551187654321'))).body.error?.code).toBe(131056);
  await clock.advance(6_000);
  expect((await trial.send(text('oi'))).status).toBe(200);
  expect((await trial.send(text('oi'))).body.error?.code).toBe(131056);
});

test('over so many a second a number gets 429 and 130429', async () => {
  const clock = createHandClock();
  await using trial = await startTrial({ clock, rules: { perSecond: 3 } });
  const codes = await Promise.all(
    [1, 2, 3, 4].map(async (n) => (await trial.send(text('oi', `551190000000${n}`))).status),
  );
  expect(codes.filter((code) => code === 429)).toHaveLength(1);
  expect(codes.filter((code) => code === 200)).toHaveLength(3);
  await clock.advance(1_000);
  expect((await trial.send(text('oi'))).status).toBe(200);
});

test('a recipient nobody knows appears as a customer, or fails as undeliverable, as switched', async () => {
  await using trial = await startTrial();
  const { body } = await trial.send(text('oi', '5551912345678'));
  expect(body.contacts).toEqual([{ input: '5551912345678', wa_id: '555112345678' }]);
  expect(trial.simulator.customers()).toHaveLength(2);

  trial.simulator.rules.recipients = 'known';
  expect((await trial.send(text('oi', '5551900000000'))).status).toBe(200);
  await trial.simulator.idle();
  expect(trial.receiver.items('statuses').filter((status) => status.status === 'failed')).toMatchObject([
    { recipient_id: '5551900000000', errors: [{ code: 131026 }] },
  ]);
});

test('the answer tells the wa_id that Meta keeps, which differs from what was typed', async () => {
  await using trial = await startTrial({ customers: [{ name: 'João', phone: '(51) 98765-4321' }] });
  const { body } = await trial.send(text('oi', '+55 51 98765-4321'));
  expect(body.contacts).toEqual([{ input: '+55 51 98765-4321', wa_id: '555187654321' }]);
});

test('a person without a phone is written to by user id, and the phone wins when both are given', async () => {
  await using trial = await startTrial();
  const zelia = trial.simulator.addCustomer({ name: 'Zélia', username: 'zelia.moda' });
  const userId = zelia.userId ?? '';
  const { body } = await trial.send({ recipient: userId, type: 'text', text: { body: 'oi' } });
  expect(body.contacts).toEqual([{ input: userId, user_id: userId }]);
  await trial.simulator.idle();
  expect(trial.receiver.items('statuses')[0]).toMatchObject({ recipient_user_id: userId });
  expect(trial.receiver.items('statuses')[0]).not.toHaveProperty('recipient_id');
  expect((await trial.send({ ...text('oi'), recipient: userId })).body.contacts?.[0]).toHaveProperty(
    'wa_id',
    '5511987654321',
  );
});

test('read marks all earlier messages, and typing shows until the reply', async () => {
  await using trial = await startTrial();
  const write = (body: string) => trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body });
  const [first, second] = [write('um'), write('dois')];
  const typing = { status: 'read', message_id: second.id, typing_indicator: { type: 'text' } };
  expect((await trial.send(typing)).body).toEqual({ success: true });
  expect(trial.simulator.messages().map((message) => message.status)).toEqual(['read', 'read']);
  const typingUntil = async () =>
    ((await trial.control('GET', '/state')).body as { chats: { typingUntil: number }[] }).chats[0]?.typingUntil;
  expect(await typingUntil()).toBeGreaterThan(Date.now() + 20_000);
  await trial.send(text('resposta'));
  expect(await typingUntil()).toBe(0);
  expect(first.id).not.toBe(second.id);
  expect((await trial.send({ ...typing, message_id: 'wamid.nobody' })).body.error?.code).toBe(131009);
});

test('a number that is not registered sends nothing until it is', async () => {
  await using trial = await startTrial();
  await trial.graph(`/${number.phoneNumberId}/deregister`, { method: 'POST', json: {} });
  expect((await trial.send(text('oi'))).body.error?.code).toBe(133010);
  const register = (pin: string) =>
    trial.graph(`/${number.phoneNumberId}/register`, { method: 'POST', json: { messaging_product: 'whatsapp', pin } });
  expect((await register('12')).status).toBe(400);
  expect((await register('123456')).status).toBe(200);
  expect((await trial.send(text('oi'))).status).toBe(200);
});
