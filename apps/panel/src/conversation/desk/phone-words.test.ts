import { expect, test } from 'vitest';
import { phoneWords } from './phone-words.ts';

test.each([
  ['+5511987650100', '+55 11 98765-0100'],
  ['551133334444', '+55 11 3333-4444'],
  ['+351912345678', '+351912345678'],
  ['(11) 98765-0100', '(11) 98765-0100'],
])('%s reads %s', (phone, words) => {
  expect(phoneWords(phone)).toBe(words);
});
