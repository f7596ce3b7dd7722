import { expect, test } from 'vitest';
import { findPeople, mentionedIn } from './mentions.ts';

const people = [
  { id: '1', name: 'Ana' },
  { id: '2', name: 'Ana Prado' },
  { id: '3', name: 'José da Silva' },
];

test('people are found by the beginning of any of their names, without accents', () => {
  expect(findPeople(people, 'jose').map((one) => one.id)).toEqual(['3']);
  expect(findPeople(people, 'sil').map((one) => one.id)).toEqual(['3']);
  expect(findPeople(people, 'ana')).toHaveLength(2);
  expect(findPeople(people, 'na')).toEqual([]);
});

test('who is told is who still stands in the note, the longer name before its beginning', () => {
  expect(mentionedIn('@Ana Prado veja', people)).toEqual(['2']);
  expect(mentionedIn('@Ana e @Ana Prado', people).toSorted()).toEqual(['1', '2']);
  expect(mentionedIn('@Anabela, ana@loja.com', people)).toEqual([]);
});
