import { testConfig } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { fromOf } from './from-of.ts';

const socket = (forwarded?: string) =>
  ({
    handshake: {
      address: '10.0.0.1',
      headers: { 'user-agent': 'test', ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }) },
    },
  }) as unknown as Parameters<typeof fromOf>[1]; // of a handshake nothing else is looked at

test('a socket comes from its own address, and from beyond the proxies that are trusted only when some are', () => {
  const alone = { config: testConfig() };
  const behindOne = { config: testConfig({ TRUST_PROXY: '1' }) };
  expect(fromOf(alone, socket('6.6.6.6'))).toEqual({ address: '10.0.0.1', device: 'test' });
  expect(fromOf(behindOne, socket('6.6.6.6, 200.1.2.3')).address).toBe('200.1.2.3');
  expect(fromOf(behindOne, socket()).address).toBe('10.0.0.1');
});
