import { expect, test } from 'vitest';
import { dollars, percent, took } from './figures.ts';

const plain = (text: string) => text.replace(/\s/gu, ' ');

test('what costs next to nothing still shows what it costs', () => {
  expect(plain(dollars(0, 'pt-BR'))).toBe('US$ 0,00');
  expect(plain(dollars(420, 'pt-BR'))).toBe('US$ 0,00042');
  expect(plain(dollars(1_500_000, 'pt-BR'))).toBe('US$ 1,50');
});

test('a share below one in a hundred is not called none', () => {
  expect(percent(0.004, 'en')).toBe('0.4%');
  expect(percent(0.924, 'en')).toBe('92%');
  expect(percent(0, 'en')).toBe('0%');
});

test('a time is said in the unit that one would say it in', () => {
  expect(took(420, 'pt-BR')).toBe('420 ms');
  expect(took(1840, 'pt-BR')).toBe('1,8 s');
});
