import { expect, test } from 'vitest';
import { Fault } from '../errors.ts';
import { describeError } from './describe-error.ts';

const quoting = Object.assign(new Error('invalid input syntax for type uuid: "Quero dois bolos"'), { code: '22P02' });

test('why something failed is told by its code or class, without what the error quotes', () => {
  expect(describeError(quoting)).toBe('22P02: invalid input syntax for type uuid: […]');
  expect(describeError(new TypeError('x is not a function'))).toBe('TypeError: x is not a function');
  expect(describeError(new Fault('conflict', 'the contact 5511987654321 exists'))).toBe(
    'conflict: the contact [phone …21] exists',
  );
  expect(describeError(new Fault('internal', 'messages/receive: no room for "dois bolos"', {}, quoting))).toBe(
    'internal: messages/receive: no room for […]',
  );
  expect(describeError('no answer from maria@example.com')).not.toContain('maria');
});

test('it fits a row of PostgreSQL', () => {
  const said = describeError(new Error(`a\0b ${'x '.repeat(5_000)}`));
  expect(said).not.toContain('\0');
  expect(said.length).toBeLessThan(1_100);
});
