import { expect, test } from 'vitest';
import { ana, body, change, message, messages, origin, status, text, waId } from './fixtures.ts';
import { parseWebhook } from './parse-webhook.ts';

test('every entry, change, message and status is read, in order', () => {
  const given = {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: 'waba-1',
        changes: [
          change('messages', { messages: [text('1'), text('2')], statuses: [status(), status({ status: 'read' })] }),
          change('messages', { messages: [text('3')] }),
        ],
      },
      { id: 'waba-2', changes: [change('messages', { statuses: [status({ status: 'failed' })] })] },
    ],
  };
  const facts = parseWebhook(given);
  expect(facts.map((fact) => (fact.fact === 'message' ? fact.text : fact.fact === 'status' && fact.status))).toEqual([
    '1',
    '2',
    'sent',
    'read',
    '3',
    'failed',
  ]);
  expect(facts.map((fact) => fact.accountId)).toEqual(['waba-1', 'waba-1', 'waba-1', 'waba-1', 'waba-1', 'waba-2']);
});

test.each([
  ['nothing', undefined, 'body is not an object'],
  ['null', null, 'body is not an object'],
  ['a list', [], 'body is not an object'],
  ['a text', '{"object":', 'body is not an object'],
  ['an empty object', {}, 'entry is not a list'],
  ['an entry that is an object', { object: 'whatsapp_business_account', entry: { id: '1' } }, 'entry is not a list'],
  ["somebody else's webhook", { object: 'instagram', entry: [] }, "object is 'instagram'"],
  ['an entry of null', { entry: [null] }, 'entry is not an object'],
  ['an entry without changes', { entry: [{ id: '1' }] }, 'changes is not a list'],
  ['a change of null', { entry: [{ id: '1', changes: [null] }] }, 'change without a value'],
  ['a change without a value', { entry: [{ id: '1', changes: [{ field: 'messages' }] }] }, 'change without a value'],
  [
    'a field from the future',
    { entry: [{ id: '1', changes: [{ field: 'dreams', value: {} }] }] },
    'field is not known',
  ],
  ['a change without a field', { entry: [{ id: '1', changes: [{ value: {} }] }] }, 'field is not known'],
  ['messages that are an object', body(change('messages', { messages: { id: '1' } })), 'messages is not a list'],
])('%s: one unknown fact that says why', (_, given, reason) => {
  expect(parseWebhook(given)).toMatchObject([{ fact: 'unknown', reason }]);
});

test('an empty list of entries says nothing', () => {
  expect(parseWebhook({ object: 'whatsapp_business_account', entry: [] })).toEqual([]);
});

test('broken neighbours at every level cost nothing', () => {
  const good = change('messages', { contacts: [ana], messages: [text('estou aqui')] });
  const entry = [
    null,
    7,
    { id: 'a' },
    { id: 'a', changes: [undefined, 'x', { field: 'messages', value: [] }, good] },
    [],
  ];
  const facts = parseWebhook({ object: 'whatsapp_business_account', entry });
  expect(facts.filter((fact) => fact.fact === 'message')).toMatchObject([{ text: 'estou aqui', accountId: 'a' }]);
  expect(facts.filter((fact) => fact.fact === 'unknown')).toHaveLength(7);
});

test('without metadata the account still tells where it belongs', () => {
  const facts = parseWebhook(body({ field: 'messages', value: { messages: [text('oi')] } }));
  expect(facts).toMatchObject([{ fact: 'message', accountId: origin.accountId, phoneNumberId: undefined }]);
});

test('NUL characters go and lone surrogates are replaced, everywhere', () => {
  const bad = 'a\0b\ud800c';
  const facts = parseWebhook(
    messages(
      text(bad),
      message({ type: 'document', document: { id: bad, filename: bad, caption: bad } }),
      message({ type: bad, [bad]: { [bad]: [bad] } }),
      text('x', { from: bad, group_id: bad, context: { id: bad } }),
    ),
  );
  expect(facts).toHaveLength(4);
  expect(facts[0]).toMatchObject({ text: 'ab\ufffdc' });
  const written = JSON.stringify(facts);
  expect(written).not.toContain('\\u0000');
  expect(written).not.toContain('\\ud800');
  expect(written.isWellFormed()).toBe(true);
});

test('huge texts are cut, huge ids are no ids', () => {
  const facts = parseWebhook(messages(text('x'.repeat(3_000_000)), text('y', { id: 'w'.repeat(2_000) })));
  expect(facts[0]?.fact === 'message' && facts[0].text?.length).toBe(65_536);
  expect(facts[1]).toMatchObject({ fact: 'unknown', reason: 'message without an id' });
  expect(facts[1]?.fact === 'unknown' && facts[1].excerpt.length).toBeLessThanOrEqual(500);
});

test('what is kept of foreign JSON is bounded in depth and size', () => {
  let deep: unknown = 'floor';
  for (let i = 0; i < 50_000; i++) deep = { deep };
  const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, i]));
  const facts = parseWebhook(messages(message({ type: 'deep', deep }), message({ type: 'wide', wide })));
  expect(facts).toMatchObject([
    { fact: 'message', kind: 'unknown' },
    { fact: 'message', kind: 'unknown' },
  ]);
  expect(JSON.stringify(facts).length).toBeLessThan(20_000);
});

test('a key called __proto__ changes no prototype', () => {
  const hostile = JSON.parse('{"type":"evil","evil":{"__proto__":{"polluted":true},"ok":1}}');
  const [fact] = parseWebhook(messages(message(hostile)));
  expect(fact).toMatchObject({ kind: 'unknown', content: { raw: { ok: 1 } } });
  expect((fact as unknown as { content: { raw: { polluted?: boolean } } }).content.raw.polluted).toBeUndefined();
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('a thousand updates with a thousand contacts take a thousand steps, not a million', () => {
  const many = (n: number) => {
    const phones = Array.from({ length: n }, (_, i) => `5521${String(i).padStart(9, '0')}`);
    const contacts = phones.map((wa_id) => ({ wa_id, profile: { name: wa_id } }));
    return body(
      change('messages', { contacts, messages: phones.map((from, i) => text('oi', { from, id: `wamid.${i}` })) }),
    );
  };
  const steps = (given: object) => {
    let reads = 0;
    const counting: ProxyHandler<object> = {
      get(target, key) {
        reads++;
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'object' && value !== null ? new Proxy(value, counting) : value;
      },
    };
    expect(parseWebhook(new Proxy(given, counting)).every((fact) => fact.fact === 'message')).toBe(true);
    return reads;
  };
  expect(steps(many(1_000)) / steps(many(100))).toBeLessThan(12);
});

test('the sender of a single message is its single contact, even when the ids differ', () => {
  const contacts = [{ profile: { name: 'Ana' }, wa_id: '552198765432', user_id: 'BR.1' }];
  expect(parseWebhook(body(change('messages', { contacts, messages: [text('oi')] })))).toMatchObject([
    { from: { waId, bsuid: 'BR.1', profileName: 'Ana' } },
  ]);
});
