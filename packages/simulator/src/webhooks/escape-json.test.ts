import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeJson } from './escape-json.ts';
import { signBody } from './sign-body.ts';

test('a body is escaped byte for byte as Meta escapes it', () => {
  expect(escapeJson({ text: { body: 'Olá/açaí 🙂' } })).toBe(
    String.raw`{"text":{"body":"Ol\u00e1\/a\u00e7a\u00ed \ud83d\ude42"}}`,
  );
  expect(escapeJson({ url: 'https://x.invalid/a?b=1', quote: '"\\\n' })).toBe(
    String.raw`{"url":"https:\/\/x.invalid\/a?b=1","quote":"\"\\\n"}`,
  );
});

test('whatever is escaped is ASCII and means the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (json, text) => {
      const escaped = escapeJson({ json, text });
      expect(escaped).toMatch(/^[\x20-\x7e]*$/);
      expect(JSON.parse(escaped)).toEqual(JSON.parse(JSON.stringify({ json, text })));
    }),
  );
});

test('the signature is over the escaped bytes, and differs over any other writing of the same JSON', () => {
  const body = escapeJson({ body: 'não/sim' });
  const expected = `sha256=${createHmac('sha256', 's3cret').update(Buffer.from(body)).digest('hex')}`;
  expect(signBody(body, 's3cret')).toBe(expected);
  expect(signBody(JSON.stringify(JSON.parse(body)), 's3cret')).not.toBe(expected);
  expect(signBody(body, 'other')).not.toBe(expected);
});
