import { Fault } from '@balcao/kernel';
import { expect, test } from 'vitest';
import { isAway } from './database-away.ts';

const because = (code: string) => new Fault('unavailable', 'x', {}, Object.assign(new Error('x'), { code }));

test('a lost connection, a full disk or a lost race is the database; a statement that takes too long is the work itself', () => {
  for (const code of ['ECONNRESET', '57P01', '53100', '40P01']) expect(isAway(because(code)), code).toBe(true);
  expect(isAway(new Fault('unavailable', 'the program stops'))).toBe(true);
  expect(isAway(because('57014'))).toBe(false);
  expect(isAway(new Fault('internal', 'x'))).toBe(false);
  expect(isAway(new TypeError('x'))).toBe(false);
});
