import { expect, test } from 'vitest';
import { verifyHandshake } from './verify-handshake.ts';

const query = { 'hub.mode': 'subscribe', 'hub.verify_token': 'tk', 'hub.challenge': '1158201444' };

test('the right token gets the challenge back, whichever channel it belongs to', () => {
  expect(verifyHandshake(query, ['tk'])).toBe('1158201444');
  expect(verifyHandshake(query, ['outro', 'tk'])).toBe('1158201444');
});

test.each([
  ['wrong token', { ...query, 'hub.verify_token': 'no' }],
  ['no token', { ...query, 'hub.verify_token': undefined }],
  ['a list of tokens', { ...query, 'hub.verify_token': ['tk'] }],
  ['another mode', { ...query, 'hub.mode': 'unsubscribe' }],
  ['no challenge', { ...query, 'hub.challenge': undefined }],
  ['a challenge that is a page', { ...query, 'hub.challenge': '<script>' }],
  ['an endless challenge', { ...query, 'hub.challenge': '1'.repeat(300) }],
  ['no query', undefined],
])('%s is refused', (_, given) => {
  expect(verifyHandshake(given, ['tk'])).toBeUndefined();
});

test('an empty token never matches', () => {
  expect(verifyHandshake({ ...query, 'hub.verify_token': '' }, [''])).toBeUndefined();
  expect(verifyHandshake(query, [])).toBeUndefined();
});
