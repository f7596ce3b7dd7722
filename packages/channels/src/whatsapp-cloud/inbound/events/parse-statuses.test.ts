import { expect, test } from 'vitest';
import { at, body, change, origin, status, statuses, waId } from '../fixtures.ts';
import { parseWebhook } from '../parse-webhook.ts';

const frame = { fact: 'status', ...origin, providerId: 'wamid.out', at, recipient: { waId } };

test.each(['sent', 'delivered', 'read', 'played', 'failed', 'accepted'])('%s', (word) => {
  expect(parseWebhook(statuses(status({ status: word })))).toEqual([{ ...frame, status: word }]);
});

test('held back for quality', () => {
  expect(parseWebhook(statuses(status({ status: 'held_for_quality_assessment' })))).toEqual([
    { ...frame, status: 'held' },
  ]);
});

test('price, origin of the conversation, and our own tag', () => {
  const given = status({
    conversation: { id: 'c', expiration_timestamp: '1750116480', origin: { type: 'referral_conversion' } },
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
    biz_opaque_callback_data: '0199-our-id',
  });
  expect(parseWebhook(statuses(given))).toEqual([
    {
      ...frame,
      status: 'sent',
      tag: '0199-our-id',
      pricing: { billable: true, model: 'PMP', type: 'regular', category: 'utility' },
      conversationOrigin: 'referral_conversion',
    },
  ]);
});

test("failed, with Meta's reasons", () => {
  const errors = [
    { code: 131047, title: 'Re-engagement', error_data: { details: 'Over 24 h' } },
    'x',
    { code: '131026' },
  ];
  expect(parseWebhook(statuses(status({ status: 'failed', errors })))).toEqual([
    {
      ...frame,
      status: 'failed',
      errors: [{ code: 131047, title: 'Re-engagement', details: 'Over 24 h' }, { code: 131026 }],
    },
  ]);
});

test('the recipient has a user id, a name and a username', () => {
  const contacts = [{ profile: { name: 'Zélia', username: '@zelia' }, wa_id: waId, user_id: 'BR.1' }];
  expect(parseWebhook(body(change('messages', { contacts, statuses: [status()] })))).toMatchObject([
    { recipient: { waId, bsuid: 'BR.1', username: 'zelia', profileName: 'Zélia' } },
  ]);
  const given = status({ recipient_id: undefined, recipient_user_id: 'BR.1' });
  expect(parseWebhook(statuses(given))).toMatchObject([{ recipient: { bsuid: 'BR.1' } }]);
});

test('in a group the recipient is the participant', () => {
  const given = status({ recipient_type: 'group', recipient_id: 'g1', recipient_participant_id: waId });
  expect(parseWebhook(statuses(given))).toMatchObject([{ fact: 'status', groupId: 'g1', recipient: { waId } }]);
});

test('a payment inside WhatsApp', () => {
  const payment = { reference_id: 'r1', amount: { value: 100, offset: 100 } };
  expect(parseWebhook(statuses(status({ type: 'payment', status: 'captured', payment })))).toEqual([
    {
      fact: 'payment',
      ...origin,
      providerId: 'wamid.out',
      status: 'captured',
      at,
      recipient: { waId },
      referenceId: 'r1',
      detail: payment,
    },
  ]);
});

test.each([
  ["status 'teleported' is not known", { status: 'teleported' }],
  ["status 'constructor' is not known", { status: 'constructor' }],
  ["status '7' is not known", { status: 7 }],
  ['status without an id', { id: null }],
])('%s: recorded, and the neighbours arrive', (reason, fields) => {
  expect(parseWebhook(statuses(status(), status(fields), status({ status: 'read' })))).toMatchObject([
    { fact: 'status', status: 'sent' },
    { fact: 'unknown', reason, path: 'entry[0].changes[0].value.statuses[1]' },
    { fact: 'status', status: 'read' },
  ]);
});
