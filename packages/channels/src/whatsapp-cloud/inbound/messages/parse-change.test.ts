import { expect, test } from 'vitest';
import { at, body, change, message, messages, origin, waId } from '../fixtures.ts';
import { parseWebhook } from '../parse-webhook.ts';

const frame = { ...origin, providerId: 'wamid.in', at, from: { waId, profileName: 'Ana Lima' } };
const file = { id: '892', mime_type: 'image/jpeg' };
const media = { id: '892', mime: 'image/jpeg' };

test('a reaction, and one that is taken back', () => {
  const reaction = { message_id: 'wamid.target', emoji: '👍' };
  const common = { ...frame, fact: 'reaction', fromBusiness: false, targetId: 'wamid.target' };
  expect(parseWebhook(messages(message({ type: 'reaction', reaction })))).toEqual([{ ...common, emoji: '👍' }]);
  expect(parseWebhook(messages(message({ type: 'reaction', reaction: { ...reaction, emoji: '' } })))).toEqual([common]);
  expect(parseWebhook(messages(message({ type: 'reaction', reaction: { message_id: 'wamid.target' } })))).toEqual([
    common,
  ]);
});

test('an edit brings the new message, a revoke only says which', () => {
  const edit = { original_message_id: 'wamid.target', message: { type: 'image', image: { ...file, caption: 'Nova' } } };
  const common = { ...frame, fromBusiness: false, targetId: 'wamid.target' };
  expect(parseWebhook(messages(message({ type: 'edit', edit })))).toEqual([
    { ...common, fact: 'edit', body: { kind: 'image', text: 'Nova', media: { ...media, caption: 'Nova' } } },
  ]);
  const revoke = { original_message_id: 'wamid.target' };
  expect(parseWebhook(messages(message({ type: 'revoke', revoke })))).toEqual([{ ...common, fact: 'revoke' }]);
});

test('a new number, with the previous ids that come since August 2026', () => {
  const system = { type: 'user_changed_number', body: 'mudou', wa_id: '5531988887777', user_id: 'BR.new' };
  const before = { ...system, previous_wa_id: '5511911112222', previous_user_id: 'BR.old' };
  const sent = (given: object) => body(change('messages', { messages: [message({ type: 'system', system: given })] }));
  const common = {
    fact: 'identity-change',
    ...origin,
    change: 'changed_number',
    providerId: 'wamid.in',
    at,
    current: { waId: '5531988887777', bsuid: 'BR.new' },
    text: 'mudou',
  };
  expect(parseWebhook(sent(system))).toEqual([{ ...common, previous: { waId } }]);
  expect(parseWebhook(sent(before))).toEqual([{ ...common, previous: { waId: '5511911112222', bsuid: 'BR.old' } }]);
});

test('a new user id', () => {
  const system = { type: 'user_changed_user_id', body: 'x', user_id: 'BR.2', parent_user_id: 'BR.ENT.2' };
  const { from: _, ...rest } = message({
    type: 'system',
    system,
    from_user_id: 'BR.1',
    from_parent_user_id: 'BR.ENT.1',
  });
  expect(parseWebhook(body(change('messages', { messages: [rest] })))).toEqual([
    {
      fact: 'identity-change',
      ...origin,
      change: 'changed_user_id',
      providerId: 'wamid.in',
      at,
      previous: { bsuid: 'BR.1', parentBsuid: 'BR.ENT.1' },
      current: { bsuid: 'BR.2', parentBsuid: 'BR.ENT.2' },
      text: 'x',
    },
  ]);
});
