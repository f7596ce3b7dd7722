import { expect, test } from 'vitest';
import { number, startTrial, text } from '../trial/start-trial.ts';

test('a message walks through sent, delivered and read, each told once with its tag and price', async () => {
  await using trial = await startTrial({ walk: { sentMs: 1, deliveredMs: 2, jitter: 0, read: { afterMs: 2 } } });
  const { body } = await trial.send({ ...text('Olá!'), biz_opaque_callback_data: 'our-id-1' });
  await trial.simulator.idle();
  const id = body.messages?.[0]?.id;
  const statuses = trial.receiver.items('statuses');
  expect(new Set(statuses.map((status) => status.status))).toEqual(new Set(['sent', 'delivered', 'read']));
  expect(statuses).toHaveLength(3);
  for (const status of statuses) {
    expect(status).toMatchObject({ id, recipient_id: '5511987654321', biz_opaque_callback_data: 'our-id-1' });
    expect(status.timestamp).toMatch(/^\d{10}$/);
    expect(status.pricing !== undefined).toBe(status.status !== 'read');
  }
  expect(statuses[0]?.pricing).toEqual({
    billable: false,
    pricing_model: 'PMP',
    type: 'free_customer_service',
    category: 'service',
  });
});

test('the free thousand once used, service messages are billed', async () => {
  await using trial = await startTrial({ freeServiceMessages: 1 });
  await trial.send(text('um'));
  await trial.simulator.idle();
  await trial.send(text('dois'));
  await trial.simulator.idle();
  const billable = trial.receiver.items('statuses').map((status) => (status.pricing as { billable: boolean }).billable);
  expect(billable).toEqual([false, false, true, true]);
});

test('without a reader a message stays delivered until the telephone shows it', async () => {
  await using trial = await startTrial();
  await trial.send(text('Olá!'));
  await trial.simulator.idle();
  expect(trial.simulator.messages()[0]?.status).toBe('delivered');
  expect(trial.simulator.read(number.phoneNumberId, trial.maria.id)).toBe(1);
  expect(trial.simulator.read(number.phoneNumberId, trial.maria.id)).toBe(0);
  await trial.simulator.idle();
  expect(trial.receiver.items('statuses').map((status) => status.status)).toEqual(['sent', 'delivered', 'read']);
});

test('a template is priced by its category', async () => {
  await using trial = await startTrial();
  const template = {
    name: 'retomar_atendimento',
    language: { code: 'pt_BR' },
    components: [{ type: 'body', parameters: [{ type: 'text', text: 'Maria' }] }],
  };
  const { body } = await trial.send({ to: '5511987654321', type: 'template', template });
  expect(body.messages?.[0]?.message_status).toBe('accepted');
  await trial.simulator.idle();
  expect(trial.receiver.items('statuses')[0]?.pricing).toMatchObject({
    billable: true,
    category: 'utility',
    type: 'regular',
  });
  expect(trial.simulator.messages()[0]?.shown?.body).toContain('Oi, Maria!');
});

test('a reaction is told as sent and nothing more, and shows on its message', async () => {
  await using trial = await startTrial();
  const said = trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Obrigada!' });
  await trial.send({ to: '5511987654321', type: 'reaction', reaction: { message_id: said.id, emoji: '❤️' } });
  await trial.simulator.idle();
  expect(trial.receiver.items('statuses').map((status) => status.status)).toEqual(['sent']);
  expect(trial.simulator.messages()[0]?.reactions).toEqual({ business: '❤️' });
});

test('a link that cannot be fetched fails the message, with the reason in the status', async () => {
  await using trial = await startTrial();
  await trial.send({ to: '5511987654321', type: 'image', image: { link: 'http://127.0.0.1:1/x.png' } });
  await trial.simulator.idle();
  expect(trial.receiver.items('statuses')).toMatchObject([{ status: 'failed', errors: [{ code: 131053 }] }]);
});
