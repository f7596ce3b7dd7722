import { expect, test } from 'vitest';
import { findMention, mentionedIn, suggestPeople } from './find-mention.ts';
import { splitMentions } from './note-text.tsx';

const people = [
  { id: '1', name: 'Ana Conceição' },
  { id: '2', name: 'José Ana Prado' },
  { id: '3', name: 'Bruno' },
];

test('an @ begins a name, within an address it does not', () => {
  expect(findMention('liga @an', 8)).toEqual({ at: 5, typed: 'an' });
  expect(findMention('ana@empresa', 11)).toBeUndefined();
  expect(findMention('@Ana\nok', 7)).toBeUndefined();
  expect(findMention('oi', 2)).toBeUndefined();
});

test('people are found by any of their names, without accents', () => {
  expect(suggestPeople(people, 'ana').map((one) => one.id)).toEqual(['1', '2']);
  expect(suggestPeople(people, 'jose').map((one) => one.id)).toEqual(['2']);
  expect(suggestPeople(people, 'ana conc').map((one) => one.id)).toEqual(['1']);
});

test('who is called is told to the server, and shown as called', () => {
  expect(mentionedIn('@Bruno e @Ana Conceição, vejam', people)).toEqual(['1', '3']);
  expect(splitMentions('oi @Bruno!', ['Bruno'])).toEqual([
    { text: 'oi ', called: false },
    { text: '@Bruno', called: true },
    { text: '!', called: false },
  ]);
});
