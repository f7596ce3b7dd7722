import { expect, test } from 'vitest';
import { textOf } from '../graph/read-json.ts';
import { createHandClock } from '../trial/hand-clock.ts';
import { number, startTrial, type Trial } from '../trial/start-trial.ts';

const path = (trial: Trial, act: string) => `/chats/${number.phoneNumberId}/${trial.maria.id}/${act}`;
const buttons = {
  type: 'button',
  body: { text: 'Como posso ajudar?' },
  action: { buttons: [{ type: 'reply', reply: { id: 'vendas', title: 'Vendas' } }] },
};
const list = {
  type: 'list',
  body: { text: 'Escolha' },
  action: {
    button: 'Ver',
    sections: [{ title: 'Bolos', rows: [{ id: 'fuba', title: 'Fubá', description: 'R$ 54' }] }],
  },
};

test('a tap on a button and on a row are told as replies to their message', async () => {
  await using trial = await startTrial();
  for (const interactive of [buttons, list]) {
    const { body } = await trial.send({ to: '5511987654321', type: 'interactive', interactive });
    const choiceId = interactive === buttons ? 'vendas' : 'fuba';
    const tap = { kind: 'tap', messageId: body.messages?.[0]?.id, choiceId };
    expect((await trial.control('POST', path(trial, 'messages'), tap)).status).toBe(201);
    expect((await trial.control('POST', path(trial, 'messages'), { ...tap, choiceId: 'other' })).status).toBe(404);
  }
  await trial.simulator.idle();
  expect(trial.receiver.items('messages')).toMatchObject([
    {
      type: 'interactive',
      context: { from: '551140000001' },
      interactive: { type: 'button_reply', button_reply: { id: 'vendas', title: 'Vendas' } },
    },
    {
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id: 'fuba', title: 'Fubá', description: 'R$ 54' } },
    },
  ]);
});

test('a quick reply of a template is told as a button', async () => {
  await using trial = await startTrial();
  const components = [{ type: 'body', parameters: [{ type: 'text', text: 'Maria' }] }];
  const template = { name: 'retomar_atendimento', language: { code: 'pt_BR' }, components };
  const { body } = await trial.send({ to: '5511987654321', type: 'template', template });
  trial.simulator.write(number.phoneNumberId, trial.maria.id, {
    kind: 'tap',
    messageId: body.messages?.[0]?.id ?? '',
    choiceId: 'Agora não',
  });
  await trial.simulator.idle();
  expect(trial.receiver.items('messages')).toMatchObject([
    { type: 'button', button: { payload: 'Agora não', text: 'Agora não' } },
  ]);
});

test('a quote, a place, a contact and anything raw are told in the words of Meta', async () => {
  await using trial = await startTrial();
  const write = (draft: Parameters<typeof trial.simulator.write>[2]) =>
    trial.simulator.write(number.phoneNumberId, trial.maria.id, draft);
  const first = write({ kind: 'text', body: 'Oi' });
  write({ kind: 'text', body: 'sobre isto', quotedId: first.id });
  write({ kind: 'location', latitude: -23.5, longitude: -46.6, name: 'MASP' });
  write({ kind: 'contacts', contacts: [{ name: 'Ana Lima', phone: '+55 11 91111-2222' }] });
  write({ kind: 'raw', message: { type: 'order', order: { catalog_id: '1' } } });
  await trial.simulator.idle();
  const told = trial.receiver.items('messages').toSorted((a, b) => textOf(a.type).localeCompare(textOf(b.type)));
  expect(told).toMatchObject([
    {
      type: 'contacts',
      contacts: [{ name: { first_name: 'Ana', formatted_name: 'Ana Lima' }, phones: [{ wa_id: '5511911112222' }] }],
    },
    { type: 'location', location: { latitude: -23.5, longitude: -46.6, name: 'MASP' } },
    { type: 'order', order: { catalog_id: '1' } },
    { type: 'text', text: {} },
    { type: 'text', text: {} },
  ]);
  expect(told.find((message) => message.context !== undefined)?.context).toEqual({
    from: '5511987654321',
    id: first.id,
  });
});

test('reactions are given and taken back; without an emoji the webhook has none', async () => {
  await using trial = await startTrial();
  const { body } = await trial.send({ to: '5511987654321', type: 'text', text: { body: 'Oi' } });
  const messageId = body.messages?.[0]?.id ?? '';
  for (const emoji of ['👍', ''])
    trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'reaction', messageId, emoji });
  await trial.simulator.idle();
  const reactions = trial.receiver.items('messages').map((message) => message.reaction);
  expect(reactions).toEqual(
    expect.arrayContaining([{ message_id: messageId, emoji: '👍' }, { message_id: messageId }]),
  );
  expect(trial.simulator.messages()[0]?.reactions).toEqual({});
});

test('an own text may be edited for 15 minutes and deleted for two days', async () => {
  const clock = createHandClock();
  await using trial = await startTrial({ clock });
  const said = trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Oii' });
  const edit = { kind: 'edit', messageId: said.id, body: 'Oi' };
  expect((await trial.control('POST', path(trial, 'messages'), edit)).status).toBe(201);
  await clock.advance(16 * 60_000);
  expect((await trial.control('POST', path(trial, 'messages'), edit)).status).toBe(409);
  expect((await trial.control('POST', path(trial, 'messages'), { kind: 'revoke', messageId: said.id })).status).toBe(
    201,
  );
  await clock.advance(49 * 3_600_000);
  expect((await trial.control('POST', path(trial, 'messages'), { kind: 'revoke', messageId: said.id })).status).toBe(
    409,
  );
  await trial.simulator.idle();
  expect(trial.receiver.items('messages').slice(1)).toMatchObject([
    { type: 'edit', edit: { original_message_id: said.id, message: { type: 'text', text: { body: 'Oi' } } } },
    { type: 'revoke', revoke: { original_message_id: said.id } },
  ]);
});

test('an answer from the phone of the business is an echo, and opens no window', async () => {
  await using trial = await startTrial({ rules: { window: 'answer' } });
  const echo = trial.simulator.writeFromApp(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Já vou!' });
  trial.simulator.writeFromApp(number.phoneNumberId, trial.maria.id, { kind: 'revoke', messageId: echo.id });
  await trial.simulator.idle();
  expect(trial.receiver.items('message_echoes')).toMatchObject([
    { from: '551140000001', to: '5511987654321', id: echo.id, type: 'text', text: { body: 'Já vou!' } },
    { type: 'revoke', revoke: { original_message_id: echo.id } },
  ]);
  expect((await trial.send({ to: '5511987654321', type: 'text', text: { body: 'x' } })).body.error?.code).toBe(131047);
});

test('who is known by a user id only is told without a phone', async () => {
  await using trial = await startTrial();
  const zelia = trial.simulator.addCustomer({ name: 'Zélia', username: 'zelia.moda' });
  trial.simulator.write(number.phoneNumberId, zelia.id, { kind: 'text', body: 'Oi' });
  await trial.simulator.idle();
  const [message] = trial.receiver.items('messages');
  expect(message).toMatchObject({ from_user_id: zelia.userId });
  expect(message).not.toHaveProperty('from');
  const raw = JSON.parse(trial.receiver.received[0]?.raw.toString() ?? '') as {
    entry: { changes: { value: { contacts: unknown[] } }[] }[];
  };
  expect(raw.entry[0]?.changes[0]?.value.contacts).toEqual([
    { profile: { name: 'Zélia', username: 'zelia.moda' }, user_id: zelia.userId },
  ]);
});

test('a new number is told by a system message without contacts, and the person stays one', async () => {
  await using trial = await startTrial();
  expect((await trial.control('POST', path(trial, 'change-number'), { phone: '(11) 95555-4444' })).status).toBe(200);
  await trial.simulator.idle();
  expect(trial.receiver.items('messages')).toMatchObject([
    { type: 'system', from: '5511987654321', system: { type: 'user_changed_number', wa_id: '5511955554444' } },
  ]);
  await trial.send({ to: '5511987654321', type: 'text', text: { body: 'para o número antigo' } });
  await trial.simulator.idle();
  expect(trial.receiver.items('statuses')).toMatchObject([{ status: 'failed', errors: [{ code: 131026 }] }]);
  expect(trial.simulator.customers()).toHaveLength(1);
});

test('two customers never share a number, however it is typed', async () => {
  await using trial = await startTrial();
  const twin = await trial.control('POST', '/customers', { name: 'Outra', phone: '11 8765-4321' });
  expect(twin).toMatchObject({ status: 409, body: { error: expect.stringContaining('already') } });
  expect((await trial.control('POST', '/customers', { name: 'X', phone: 'abc' })).status).toBe(400);
});
