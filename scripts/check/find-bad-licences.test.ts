import { expect, test } from 'vitest';
import { findBadLicences, isCompatible } from './find-bad-licences.ts';

test('a licence goes with MIT when one side of an OR does, and every side of an AND', () => {
  expect(isCompatible('MIT')).toBe(true);
  expect(isCompatible('(GPL-3.0 OR MIT)')).toBe(true);
  expect(isCompatible('MIT AND Apache-2.0')).toBe(true);
  expect(isCompatible('MIT AND GPL-3.0')).toBe(false);
  expect(isCompatible('(MIT OR CC0-1.0) AND Apache-2.0')).toBe(true);
});

test('copyleft, commercial and unstated licences are refused', () => {
  const names = ['GPL-3.0-only', 'AGPL-3.0', 'SSPL-1.0', 'UNLICENSED', 'SEE LICENSE IN LICENSE.md', 'none stated'];
  expect(findBadLicences(names.map((licence) => ({ name: licence, licence })))).toHaveLength(names.length);
});

test('a vague licence is taken for what a person read only of that package, and only while it says the same', () => {
  const vague = [
    { name: 'duck', licence: 'BSD' },
    { name: 'duck', licence: 'BSD-4-Clause' },
    { name: 'goose', licence: 'BSD' },
  ];
  expect(findBadLicences(vague)).toEqual(vague.slice(1));
});
