import { expect, test } from 'vitest';
import { number, startTrial, text } from '../trial/start-trial.ts';

test('an injected code refuses the next sends, in the shape of Meta, and then they pass', async () => {
  await using trial = await startTrial({ faults: [{ kind: 'error', code: 131000, httpStatus: 500, times: 2 }] });
  const answers = [await trial.send(text('a')), await trial.send(text('b')), await trial.send(text('c'))];
  expect(answers.map((answer) => answer.status)).toEqual([500, 500, 200]);
  expect(answers[0]?.body.error).toMatchObject({ code: 131000, type: 'OAuthException', is_transient: true });
  expect(trial.simulator.messages()).toHaveLength(1);
});

test('one send in ten fails when asked so through the control side', async () => {
  await using trial = await startTrial();
  expect((await trial.control('POST', '/faults', { kind: 'error', code: 131016, every: 10 })).status).toBe(201);
  const statuses = [];
  for (let n = 0; n < 20; n++) statuses.push((await trial.send(text('x'))).status);
  expect(statuses.filter((status) => status === 500)).toHaveLength(2);
  await trial.control('DELETE', '/faults');
  expect((await trial.control('GET', '/faults')).body).toEqual({ data: [] });
});

test('a dropped answer leaves the client without one, though the message was accepted', async () => {
  await using trial = await startTrial({ faults: [{ kind: 'drop', times: 1 }] });
  await expect(trial.send(text('x'))).rejects.toThrow('fetch failed');
  await trial.simulator.idle();
  expect(trial.simulator.messages()).toHaveLength(1);
  expect(trial.receiver.items('statuses').map((status) => status.status)).toEqual(['sent', 'delivered']);
});

test('a connection dropped before acceptance leaves nothing behind', async () => {
  await using trial = await startTrial({ faults: [{ kind: 'drop', accepted: false, times: 1 }] });
  await expect(trial.send(text('x'))).rejects.toThrow('fetch failed');
  expect(trial.simulator.messages()).toEqual([]);
});

test('an accepted message fails by its status with the injected code', async () => {
  await using trial = await startTrial({ faults: [{ kind: 'fail', code: 131049, times: 1 }] });
  expect((await trial.send(text('x'))).status).toBe(200);
  await trial.simulator.idle();
  expect(trial.receiver.items('statuses')).toMatchObject([{ status: 'failed', errors: [{ code: 131049 }] }]);
});

test('statuses stop where asked, and held messages say so', async () => {
  await using trial = await startTrial({ faults: [{ kind: 'stop-walk', after: 'sent', times: 1 }] });
  await trial.send(text('x'));
  await trial.simulator.idle();
  expect(trial.receiver.items('statuses').map((status) => status.status)).toEqual(['sent']);
  trial.simulator.inject({ kind: 'hold', times: 1 });
  expect((await trial.send(text('y'))).body.messages?.[0]?.message_status).toBe('held_for_quality_assessment');
});

test('answers come late when asked so', async () => {
  await using trial = await startTrial({ faults: [{ kind: 'delay', ms: 60, times: 1 }] });
  const began = performance.now();
  await trial.send(text('x'));
  expect(performance.now() - began).toBeGreaterThan(55);
});

test('an update is repeated so many times, the same to the byte', async () => {
  await using trial = await startTrial({ faults: [{ kind: 'duplicate', copies: 4, of: 'messages' }] });
  trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body: 'Oi' });
  await trial.simulator.idle();
  expect(trial.receiver.received).toHaveLength(5);
  expect(new Set(trial.receiver.received.map(({ raw }) => raw.toString())).size).toBe(1);
});

test('shuffled statuses come in another order, all of them', async () => {
  // In the order they are asked for: how long "sent" walks and is held, then "delivered".
  const chances = [0.5, 0.95, 0.5, 0.05];
  await using trial = await startTrial({
    random: () => chances.shift() ?? 0.5,
    faults: [{ kind: 'shuffle', windowMs: 500, of: 'statuses' }],
  });
  await trial.send(text('x'));
  await trial.simulator.idle();
  expect(trial.receiver.items('statuses').map((status) => status.status)).toEqual(['delivered', 'sent']);
});

test('many updates leave in one webhook, in one change of their kind', async () => {
  await using trial = await startTrial({ faults: [{ kind: 'batch', windowMs: 40 }] });
  for (const body of ['um', 'dois', 'três']) {
    trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'text', body });
  }
  await trial.simulator.idle();
  expect(trial.receiver.received).toHaveLength(1);
  expect(trial.receiver.items('messages').map((message) => message.text)).toEqual([
    { body: 'um' },
    { body: 'dois' },
    { body: 'três' },
  ]);
  const { entry } = JSON.parse(trial.receiver.received[0]?.raw.toString() ?? '') as {
    entry: { changes: { value: { contacts: unknown[] } }[] }[];
  };
  expect(entry[0]?.changes).toHaveLength(1);
  expect(entry[0]?.changes[0]?.value.contacts).toHaveLength(1);
});
