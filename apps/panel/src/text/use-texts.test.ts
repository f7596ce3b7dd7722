import { expect, test } from 'vitest';
import { defineTexts } from './texts.ts';
import { sayIn } from './use-texts.ts';

const pt = {
  hello: 'Olá, {{name}}!',
  waiting_one: '{{count}} pessoa espera',
  waiting_other: '{{count}} pessoas esperam',
  plain: 'Sem buracos',
} as const;
const never = () => Promise.reject(new Error('not asked for'));
const texts = defineTexts('test', pt, { en: never, es: never });

test('holes are filled with what is given, whatever it holds', () => {
  const say = sayIn(texts);
  expect(say('hello', { name: '{{name}} $& <b>' })).toBe('Olá, {{name}} $& <b>!');
  expect(say('plain')).toBe('Sem buracos');
});

test('one and many are told apart by the language: none is many', () => {
  const say = sayIn(texts);
  expect([0, 1, 2, 1_000_000].map((count) => say('waiting', { count }))).toEqual([
    '0 pessoas esperam',
    '1 pessoa espera',
    '2 pessoas esperam',
    '1000000 pessoas esperam',
  ]);
});

test('a language that is not there yet is said in Portuguese', () => {
  expect(sayIn(texts, 'en')('plain')).toBe('Sem buracos');
});
