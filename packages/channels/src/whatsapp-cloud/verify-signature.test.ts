import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { signBody, verifySignature } from './verify-signature.ts';

// Meta escapes non-ASCII as \uXXXX: signed bytes and re-serialised JSON differ.
const raw = Buffer.from('{"text":"Bom dia, voc\\u00eas abrem?"}');
const hex = createHmac('sha256', 'segredo').update(raw).digest('hex');
const a = { id: 'a', secret: 'segredo' };

test('the raw bytes, signed with the secret', () => {
  expect(verifySignature(raw, `sha256=${hex}`, [a])).toBe('a');
  expect(verifySignature(raw, `sha256=${hex.toUpperCase()}`, [a])).toBe('a');
  expect(signBody(raw, 'segredo')).toBe(`sha256=${hex}`);
});

test('of several secrets, the one that signed', () => {
  const others = [{ id: 'x', secret: 'outro' }, { id: 'empty', secret: '' }, a];
  expect(verifySignature(raw, `sha256=${hex}`, others)).toBe('a');
});

test('re-serialised JSON is not what was signed', () => {
  expect(
    verifySignature(Buffer.from(JSON.stringify(JSON.parse(raw.toString()))), `sha256=${hex}`, [a]),
  ).toBeUndefined();
});

test('no secret refuses, even a signature made with an empty one', () => {
  const empty = createHmac('sha256', '').update(raw).digest('hex');
  expect(verifySignature(raw, `sha256=${hex}`, [])).toBeUndefined();
  expect(verifySignature(raw, `sha256=${empty}`, [{ id: 'empty', secret: '' }])).toBeUndefined();
});

test.each([
  ['absent', undefined],
  ['empty', ''],
  ['without its prefix', hex],
  ['of sha1', `sha1=${hex.slice(0, 40)}`],
  ['too short', `sha256=${hex.slice(0, 63)}`],
  ['too long', `sha256=${hex}0`],
  ['not hex', `sha256=${'z'.repeat(64)}`],
  ['with a line break', `sha256=${hex}\n`],
  ['a list', [`sha256=${hex}`]],
  ['somebody else’s', `sha256=${createHmac('sha256', 'x').update(raw).digest('hex')}`],
])('a header that is %s is refused', (_, header) => {
  expect(verifySignature(raw, header, [a])).toBeUndefined();
});
