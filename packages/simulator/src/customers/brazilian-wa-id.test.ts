import { expect, test } from 'vitest';
import { brazilianWaId, personKey, phoneDigits } from './brazilian-wa-id.ts';

test.each([
  ['+55 (11) 98765-4321', '5511987654321'],
  ['(51) 98765-4321', '5551987654321'],
  ['051 8765-4321', '555187654321'],
  ['+1 650 555 1234', '16505551234'],
])('%s is understood as %s', (typed, digits) => {
  expect(phoneDigits(typed)).toBe(digits);
});

test('Meta drops the ninth digit from DDD 31 on, and keeps it below', () => {
  expect(brazilianWaId('5551987654321')).toBe('555187654321');
  expect(brazilianWaId('5521987654321')).toBe('5521987654321');
  expect(brazilianWaId('555133334444')).toBe('555133334444');
});

test('one person is one key with and without the ninth digit', () => {
  expect(personKey('5551987654321')).toBe(personKey('555187654321'));
  expect(personKey('5551987654321')).not.toBe(personKey('5552987654321'));
});
