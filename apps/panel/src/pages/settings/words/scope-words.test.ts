import { scopeNames } from '@balcao/contract';
import { expect, test } from 'vitest';
import { scopeAreas } from './scope-words.ts';

test('every permission can be chosen, in exactly one area', () => {
  expect(scopeAreas.flatMap((area) => area.scopes).sort()).toEqual([...scopeNames].sort());
});
