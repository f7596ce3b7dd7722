import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ana, body, change, message, status, text, timestamp, waId } from './fixtures.ts';
import { parseWebhook } from './parse-webhook.ts';
import { routingKeys } from './routing-keys.ts';

/** One of everything, so that a mutation can hit any reader. */
const everything = body(
  change('messages', {
    contacts: [ana],
    messages: [
      text('oi', { context: { id: 'w', referred_product: { catalog_id: 'c' } }, referral: { source_url: 'u' } }),
      message({ type: 'image', image: { id: '1', caption: 'c' } }),
      message({ type: 'location', location: { latitude: 1, longitude: 2 } }),
      message({ type: 'contacts', contacts: [{ name: { formatted_name: 'n' }, phones: [{ phone: '1' }] }] }),
      message({ type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{}' } } }),
      message({ type: 'order', order: { product_items: [{ item_price: 1 }] } }),
      message({ type: 'reaction', reaction: { message_id: 'w' } }),
      message({ type: 'edit', edit: { original_message_id: 'w', message: { type: 'text', text: { body: 'x' } } } }),
      message({ type: 'system', system: { type: 'user_changed_number', wa_id: '1' } }),
    ],
    statuses: [status({ errors: [{ code: 1, error_data: { details: 'd' } }], pricing: {}, conversation: {} })],
    errors: [{ code: 1 }],
  }),
  change('history', { history: [{ metadata: {}, threads: [{ id: waId, messages: [text('h')] }] }] }),
  change('smb_message_echoes', {
    message_echoes: [{ id: 'e', to: waId, timestamp, type: 'text', text: { body: 'e' } }],
  }),
  change('user_preferences', { user_preferences: [{ wa_id: waId, value: 'stop' }] }),
  change('smb_app_state_sync', { state_sync: [{ type: 'contact', contact: { phone_number: waId } }] }),
  change('calls', { calls: [{ id: 'c', event: 'connect' }] }),
  change('automatic_events', { automatic_events: [{ id: 'a', event_name: 'Lead' }] }),
  change('group_status_update', { groups: [{ group_id: 'g' }] }),
  change('messaging_handovers', { messaging_handovers: [{ sender: {} }] }),
  change('account_alerts', { alert_info: { alert_type: 't' } }),
  change('message_template_status_update', { event: 'APPROVED' }),
);

const paths = pathsOf(everything);
const garbage = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    true,
    '',
    '\0',
    '\ud800',
    [],
    {},
    [[]],
    [null],
    0,
    -1,
    1e308,
    Number.NaN,
    'constructor',
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.bigInt(),
);

test('whatever is put into any field of a good body, nothing is thrown and what comes out is storable', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), garbage), { minLength: 1, maxLength: 4 }), (changes) => {
      const mutated = structuredClone(everything);
      for (const [path, value] of changes) put(mutated, path, value);
      const facts = parseWebhook(mutated);
      const written = JSON.stringify(facts);
      expect(written.isWellFormed() && !written.includes('\\u0000')).toBe(true);
      routingKeys(mutated);
    }),
    { numRuns: 2_000 },
  );
});

test('any JSON at all is taken without a word', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(Array.isArray(parseWebhook(value))).toBe(true);
      expect(Array.isArray(routingKeys(value))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('good neighbours of garbage always arrive, in order', () => {
  const cell = fc.oneof(
    fc.nat().map((n) => ({ good: `n${n}` })),
    garbage.map((bad) => ({ bad })),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 5 }), (changes) => {
      const given = changes.map((cells) =>
        change('messages', {
          messages: cells.map((c) => ('good' in c ? text(c.good, { id: `wamid.${c.good}` }) : c.bad)),
        }),
      );
      const arrived = parseWebhook(body(...given)).flatMap((fact) =>
        fact.fact === 'message' && fact.providerId.startsWith('wamid.n') ? [fact.text] : [],
      );
      expect(arrived).toEqual(changes.flat().flatMap((c) => ('good' in c ? [c.good] : [])));
    }),
    { numRuns: 1_000 },
  );
});

test('good changes beside garbage changes always arrive', () => {
  fc.assert(
    fc.property(garbage, garbage, garbage, (entry, bad, value) => {
      const good = change('messages', { messages: [text('aqui')] });
      const given = { entry: [entry, { id: 'a', changes: [bad, { field: 'messages', value }, good] }] };
      expect(parseWebhook(given).at(-1)).toMatchObject({ fact: 'message', text: 'aqui', accountId: 'a' });
    }),
    { numRuns: 1_000 },
  );
});

function pathsOf(value: unknown, here: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [here];
  const inner = Object.entries(value).flatMap(([key, child]) =>
    pathsOf(child, [...here, Array.isArray(value) ? Number(key) : key]),
  );
  return here.length === 0 ? inner : [here, ...inner];
}

function put(root: unknown, path: (string | number)[], value: unknown): void {
  let here = root as Record<string | number, unknown>; // walks what it built itself
  for (const key of path.slice(0, -1)) {
    const next = here[key];
    if (typeof next !== 'object' || next === null) return;
    here = next as Record<string | number, unknown>;
  }
  here[path.at(-1) ?? 0] = value;
}
