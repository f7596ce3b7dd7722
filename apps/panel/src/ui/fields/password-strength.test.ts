import { expect, test } from 'vitest';
import { passwordStrength } from './password-strength.ts';

test('too short is nothing, however wild', () => {
  expect(passwordStrength('aB3$xY9!')).toBe(0);
});

test('a long sentence is strong, and so is a shorter one with signs of every kind', () => {
  expect(passwordStrength('quatro cavalos bebem chuva')).toBe(4);
  expect(passwordStrength('kV7#pQ2!mZ4x')).toBeGreaterThanOrEqual(3);
});

test('what everybody tries, what repeats, and what is known of the person is weak', () => {
  expect(passwordStrength('senha12345')).toBe(1);
  expect(passwordStrength('aaaaaaaaaaaa')).toBe(1);
  expect(passwordStrength('PadariaCentral9', ['Padaria Central'])).toBeLessThan(passwordStrength('OutraCoisaAqui9'));
});
