import { expect, test } from 'vitest';
import { ana, at, body, change, message, messages, origin, text, timestamp, waId } from '../fixtures.ts';
import { parseWebhook } from '../parse-webhook.ts';

const from = { waId, profileName: 'Ana Lima' };
const frame = { fact: 'message', ...origin, providerId: 'wamid.in', at, from };

test('a text', () => {
  expect(parseWebhook(messages(text('Bom dia')))).toEqual([{ ...frame, kind: 'text', text: 'Bom dia' }]);
});

test('a text that answers another', () => {
  const context = { from: '552133334444', id: 'wamid.asked' };
  expect(parseWebhook(messages(text('Sim', { context })))).toEqual([
    { ...frame, kind: 'text', text: 'Sim', replyTo: 'wamid.asked' },
  ]);
});

test.each(['forwarded', 'frequently_forwarded'])('a text that was %s', (how) => {
  expect(parseWebhook(messages(text('Olha', { context: { [how]: true } })))).toEqual([
    { ...frame, kind: 'text', text: 'Olha', forwarded: true },
  ]);
});

test('a text about a product', () => {
  const context = { from: '1', id: 'wamid.p', referred_product: { catalog_id: 'c1', product_retailer_id: 'p1' } };
  expect(parseWebhook(messages(text('Tem?', { context })))).toEqual([
    { ...frame, kind: 'text', text: 'Tem?', replyTo: 'wamid.p', referredProduct: { catalogId: 'c1', productId: 'p1' } },
  ]);
});

test('a text from an ad carries where it came from', () => {
  const referral = {
    source_url: 'https://fb.me/x',
    source_id: '120',
    source_type: 'ad',
    body: 'Suculentas',
    headline: 'Fale conosco',
    media_type: 'image',
    image_url: 'https://cdn.invalid/1',
    ctwa_clid: 'Aff-n8',
    welcome_message: { text: 'Oi!' },
  };
  expect(parseWebhook(messages(text('Quero', { referral })))).toEqual([
    {
      ...frame,
      kind: 'text',
      text: 'Quero',
      referral: {
        sourceUrl: 'https://fb.me/x',
        sourceId: '120',
        sourceType: 'ad',
        headline: 'Fale conosco',
        body: 'Suculentas',
        mediaType: 'image',
        mediaUrl: 'https://cdn.invalid/1',
        clickId: 'Aff-n8',
        welcomeText: 'Oi!',
      },
    },
  ]);
});

test('a person without a phone is known by the business-scoped id', () => {
  const contacts = [
    { profile: { name: 'Zélia', username: '@zelia.moda' }, user_id: 'BR.849', parent_user_id: 'BR.ENT.1' },
  ];
  const { from: _, ...rest } = text('Oi', { from_user_id: 'BR.849' });
  expect(parseWebhook(body(change('messages', { contacts, messages: [rest] })))).toEqual([
    {
      ...frame,
      from: { bsuid: 'BR.849', parentBsuid: 'BR.ENT.1', username: 'zelia.moda', profileName: 'Zélia' },
      kind: 'text',
      text: 'Oi',
    },
  ]);
});

test('a message in a group names the group and the one who wrote', () => {
  expect(parseWebhook(messages(text('Oi', { group_id: 'g1' })))).toEqual([
    { ...frame, kind: 'text', text: 'Oi', groupId: 'g1' },
  ]);
});

const file = { id: '892', mime_type: 'x/y', sha256: 'abc=', url: 'https://media.invalid/1' };
const media = { id: '892', mime: 'x/y', sha256: 'abc=', url: 'https://media.invalid/1' };
test.each([
  ['image', { ...file, caption: 'Foto' }, { ...media, caption: 'Foto' }, 'Foto'],
  ['video', { ...file, caption: 'Vídeo' }, { ...media, caption: 'Vídeo' }, 'Vídeo'],
  ['audio', { ...file, voice: true }, { ...media, voice: true }, undefined],
  [
    'document',
    { ...file, filename: 'nota.pdf', caption: 'NF' },
    { ...media, fileName: 'nota.pdf', caption: 'NF' },
    'NF',
  ],
  ['sticker', { ...file, animated: true }, { ...media, animated: true }, undefined],
])('%s: its file, and its caption as the text', (kind, given, expected, said) => {
  expect(parseWebhook(messages(message({ type: kind, [kind]: given })))).toEqual([
    { ...frame, kind, text: said, media: expected },
  ]);
});

test('a location', () => {
  const location = {
    latitude: -22.9,
    longitude: -43.2,
    name: 'Padaria',
    address: 'Rua A, 1',
    url: 'https://p.invalid/',
  };
  expect(parseWebhook(messages(message({ type: 'location', location })))).toEqual([
    {
      ...frame,
      kind: 'location',
      text: 'Padaria\nRua A, 1',
      content: { kind: 'location', ...location },
    },
  ]);
});

test('shared contacts', () => {
  const contacts = [
    {
      name: { formatted_name: 'Rafa Souza', first_name: 'Rafa' },
      org: { company: 'Padaria' },
      phones: [{ phone: '+55 (21) 99876-5432', wa_id: waId, type: 'MOBILE' }],
      emails: [{ email: 'rafa@example.com' }],
    },
  ];
  expect(parseWebhook(messages(message({ type: 'contacts', contacts })))).toEqual([
    {
      ...frame,
      kind: 'contacts',
      text: 'Rafa Souza',
      content: {
        kind: 'contacts',
        contacts: [
          {
            name: 'Rafa Souza',
            company: 'Padaria',
            phones: [{ phone: '+55 (21) 99876-5432', waId, type: 'MOBILE' }],
            emails: ['rafa@example.com'],
          },
        ],
      },
    },
  ]);
});

test("a template's quick reply", () => {
  expect(parseWebhook(messages(message({ type: 'button', button: { payload: 'STOP', text: 'Parar' } })))).toEqual([
    { ...frame, kind: 'button', text: 'Parar', content: { kind: 'button', payload: 'STOP', title: 'Parar' } },
  ]);
});

test.each([
  ['button_reply', { id: 'sim', title: 'Sim' }],
  ['list_reply', { id: 'fin', title: 'Financeiro', description: 'Boletos' }],
])('a %s', (kind, reply) => {
  expect(parseWebhook(messages(message({ type: 'interactive', interactive: { type: kind, [kind]: reply } })))).toEqual([
    { ...frame, kind, text: reply.title, content: { kind, ...reply } },
  ]);
});

test('the answers of a Flow are read out of their text', () => {
  const nfm_reply = { response_json: '{"flow_token":"t1","nota":"4"}', body: 'Sent', name: 'flow' };
  expect(
    parseWebhook(messages(message({ type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply } }))),
  ).toEqual([
    {
      ...frame,
      kind: 'nfm_reply',
      text: 'Sent',
      content: { kind: 'nfm_reply', name: 'flow', flowToken: 't1', answers: { flow_token: 't1', nota: '4' } },
    },
  ]);
});

test('answers of a Flow that are not JSON are kept as text', () => {
  const nfm_reply = { response_json: '{"broken', body: 'Sent', name: 'flow' };
  const [fact] = parseWebhook(
    messages(message({ type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply } })),
  );
  expect(fact).toMatchObject({ kind: 'nfm_reply', content: { answers: '{"broken' } });
});

test('a payment method that was chosen', () => {
  const payment_method = {
    payment_method: 'credit_card',
    payment_timestamp: 1_795_176_000,
    reference_id: 'ref',
    last_four_digits: '1234',
    credential_id: 'cred',
  };
  const interactive = { type: 'payment_method', payment_method };
  expect(parseWebhook(messages(message({ type: 'interactive', interactive })))).toEqual([
    {
      ...frame,
      kind: 'payment_method',
      content: {
        kind: 'payment_method',
        method: 'credit_card',
        at: at.toISOString(),
        referenceId: 'ref',
        lastFour: '1234',
        credentialId: 'cred',
      },
    },
  ]);
});

test('permission to call', () => {
  const call_permission_reply = {
    response: 'accept',
    expiration_timestamp: 1_795_176_000,
    response_source: 'user_action',
  };
  const interactive = { type: 'call_permission_reply', call_permission_reply };
  expect(parseWebhook(messages(message({ type: 'interactive', interactive })))).toEqual([
    {
      ...frame,
      kind: 'call_permission_reply',
      content: { kind: 'call_permission_reply', response: 'accept', permanent: false, until: at.toISOString() },
    },
  ]);
});

test('an order, its money in cents', () => {
  const product_items = [{ product_retailer_id: 'n6', quantity: 2, item_price: 99.99, currency: 'BRL' }];
  const order = { catalog_id: '725', text: 'Sem cebola', product_items };
  expect(parseWebhook(messages(message({ type: 'order', order })))).toEqual([
    {
      ...frame,
      kind: 'order',
      text: 'Sem cebola',
      content: {
        kind: 'order',
        catalogId: '725',
        items: [{ productId: 'n6', quantity: 2, unitPriceCents: 9999, currency: 'BRL' }],
      },
    },
  ]);
});

test('what WhatsApp cannot pass on, with its reason', () => {
  const errors = [{ code: 131051, title: 'Unknown type', error_data: { details: 'Not supported.' } }];
  expect(parseWebhook(messages(message({ type: 'unsupported', errors, unsupported: { type: 'poll' } })))).toEqual([
    {
      ...frame,
      kind: 'unsupported',
      content: { kind: 'unsupported', type: 'poll' },
      errors: [{ code: 131051, title: 'Unknown type', details: 'Not supported.' }],
    },
  ]);
});

test('other system messages are messages', () => {
  const system = { type: 'customer_identity_changed', body: 'O código de segurança mudou' };
  expect(parseWebhook(messages(message({ type: 'system', system })))).toEqual([
    {
      ...frame,
      kind: 'system',
      text: 'O código de segurança mudou',
      content: { kind: 'system', event: 'customer_identity_changed' },
    },
  ]);
});

test('a type from the future is a message, kept as it came', () => {
  expect(parseWebhook(messages(message({ type: 'hologram', hologram: { depth: 3 } })))).toEqual([
    { ...frame, kind: 'unknown', content: { kind: 'unknown', type: 'hologram', raw: { depth: 3 } } },
  ]);
});

test.each([
  ['text without a body', { type: 'text', text: {} }],
  ['image without an id', { type: 'image', image: { caption: 'x' } }],
  ['location of words', { type: 'location', location: { latitude: 'north', longitude: 'west' } }],
  ['empty order', { type: 'order', order: { product_items: [] } }],
  ['reply without an id', { type: 'interactive', interactive: { type: 'list_reply', list_reply: {} } }],
  ['type that is a number', { type: 7 }],
  ['type named like an object method', { type: 'constructor' }],
])('%s: still a message, of kind unknown', (_, fields) => {
  const [fact] = parseWebhook(messages(message(fields)));
  expect(fact).toMatchObject({ fact: 'message', kind: 'unknown', from });
});

test.each([
  ['message without an id', { ...text('x'), id: undefined }],
  ['message without an id', { ...text('x'), id: 'w'.repeat(513) }],
  ['reaction of no message', message({ type: 'reaction', reaction: {} })],
  ['edit without the new message', message({ type: 'edit', edit: { original_message_id: 'a' } })],
  ['not an object', 'oi'],
])('%s: recorded as unknown, and the neighbours arrive', (reason, bad) => {
  const facts = parseWebhook(messages(text('antes'), bad, text('depois')));
  expect(facts).toMatchObject([
    { fact: 'message', text: 'antes' },
    { fact: 'unknown', ...origin, field: 'messages', reason, path: 'entry[0].changes[0].value.messages[1]' },
    { fact: 'message', text: 'depois' },
  ]);
});

test('a message of nobody is recorded, not guessed', () => {
  const { from: _, ...nobody } = text('x');
  expect(parseWebhook(body(change('messages', { messages: [nobody] })))).toMatchObject([
    { fact: 'unknown', reason: 'message without a sender' },
  ]);
});

test("names come from the sender's own contact, never a neighbour's", () => {
  const contacts = [ana, { profile: { name: 'Bia' }, wa_id: '5511900000000' }];
  const list = [text('1'), text('2', { from: '5511900000000' }), text('3', { from: '5511955555555' })];
  expect(parseWebhook(body(change('messages', { contacts, messages: list })))).toMatchObject([
    { from: { waId, profileName: 'Ana Lima' } },
    { from: { waId: '5511900000000', profileName: 'Bia' } },
    { from: { waId: '5511955555555' } },
  ]);
  const lonely = parseWebhook(body(change('messages', { contacts: [ana], messages: list })));
  expect(lonely.map((fact) => fact.fact === 'message' && fact.from.profileName)).toEqual([
    'Ana Lima',
    undefined,
    undefined,
  ]);
});

test.each([
  ['absent', undefined],
  ['words', 'ontem'],
  ['endless', 1e300],
  ['before WhatsApp', '1'],
  ['negative', '-5'],
])('a time that is %s is no time', (_, given) => {
  expect(parseWebhook(messages(text('x', { timestamp: given })))[0]).toMatchObject({ fact: 'message', at: undefined });
});

test('times come as text, numbers and milliseconds', () => {
  for (const given of [timestamp, Number(timestamp), Number(timestamp) * 1000]) {
    expect(parseWebhook(messages(text('x', { timestamp: given })))[0]).toMatchObject({ at });
  }
});
