import { expect, test } from 'vitest';
import { at, body, change, origin, status, text, timestamp, waId } from '../fixtures.ts';
import { parseWebhook } from '../parse-webhook.ts';

const echo = (fields: Record<string, unknown>) => ({
  from: '552133334444',
  to: waId,
  id: 'wamid.echo',
  timestamp,
  ...fields,
});
const echoes = (...list: unknown[]) => body(change('smb_message_echoes', { message_echoes: list }));
const frame = { ...origin, providerId: 'wamid.echo', at };

test('what the phone app sent is an echo to the customer', () => {
  expect(parseWebhook(echoes(echo({ type: 'text', text: { body: 'Já vai' } })))).toEqual([
    { fact: 'echo', ...frame, to: { waId }, kind: 'text', text: 'Já vai' },
  ]);
});

test('an echo to a person without a phone', () => {
  const given = echo({
    type: 'text',
    text: { body: 'Oi' },
    to: undefined,
    to_user_id: 'BR.1',
    to_parent_user_id: 'BR.ENT.1',
  });
  expect(parseWebhook(echoes(given))).toMatchObject([{ fact: 'echo', to: { bsuid: 'BR.1', parentBsuid: 'BR.ENT.1' } }]);
});

test('the phone app edits, revokes and reacts: changes by the business, with the customer as the person', () => {
  const common = { ...frame, from: { waId }, fromBusiness: true, targetId: 'wamid.t' };
  const facts = parseWebhook(
    echoes(
      echo({
        type: 'edit',
        edit: { original_message_id: 'wamid.t', message: { type: 'text', text: { body: 'Certo' } } },
      }),
      echo({ type: 'revoke', revoke: { original_message_id: 'wamid.t' } }),
      echo({ type: 'reaction', reaction: { message_id: 'wamid.t', emoji: '❤️' } }),
    ),
  );
  expect(facts).toEqual([
    { fact: 'edit', ...common, body: { kind: 'text', text: 'Certo' } },
    { fact: 'revoke', ...common },
    { fact: 'reaction', ...common, emoji: '❤️' },
  ]);
});

test('an echo to nobody is recorded', () => {
  expect(parseWebhook(echoes(echo({ to: undefined, type: 'text', text: { body: 'x' } })))).toMatchObject([
    { fact: 'unknown', reason: 'echo to nobody', field: 'smb_message_echoes' },
  ]);
});

test("standby: the customer's messages, the agent's echoes and their statuses, all flagged", () => {
  const value = {
    messages: [text('Oi')],
    message_echoes: [echo({ type: 'text', text: { body: 'Sou a IA' } })],
    statuses: [status()],
  };
  expect(parseWebhook(body(change('standby', value)))).toMatchObject([
    { fact: 'message', standby: true, text: 'Oi' },
    { fact: 'echo', standby: true, text: 'Sou a IA' },
    { fact: 'status', standby: true, status: 'sent' },
  ]);
  expect(parseWebhook(body(change('messages', value)))[0]?.standby).toBeUndefined();
});
