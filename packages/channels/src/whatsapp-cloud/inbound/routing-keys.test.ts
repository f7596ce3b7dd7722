import { expect, test } from 'vitest';
import { body, change, messages, origin, text } from './fixtures.ts';
import { routingKeys } from './routing-keys.ts';

test('each number and account once, in order', () => {
  const other = { field: 'messages', value: { metadata: { phone_number_id: '2' } } };
  const given = body(change('messages', {}), other, change('messages', {}), { field: 'account_update', value: {} });
  expect(routingKeys(given)).toEqual([
    origin,
    { accountId: origin.accountId, phoneNumberId: '2' },
    { accountId: origin.accountId },
  ]);
  expect(routingKeys(messages(text('oi')))).toEqual([origin]);
});

test.each([
  ['nothing', undefined],
  ['a text', 'x'],
  [
    'an entry of garbage',
    { entry: [null, 7, { id: {}, changes: 'x' }, { changes: [null, { value: { metadata: [] } }] }] },
  ],
])('%s concerns nobody', (_, given) => {
  expect(routingKeys(given)).toEqual([]);
});
