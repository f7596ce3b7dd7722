import { expect, test } from 'vitest';
import spanish from './emoji.es.txt?raw';
import portuguese from './emoji.pt.txt?raw';
import { groups, readEmoji } from './read-emoji.ts';
import { searchEmoji } from './search-emoji.ts';

const all = readEmoji(portuguese);

test('every group has its emojis, in every language the same', () => {
  expect(all).toHaveLength(groups.length);
  const signs = (list: string) => readEmoji(list).map((group) => group.map((emoji) => emoji.sign));
  expect(signs(spanish)).toEqual(signs(portuguese));
  expect(all.flat().every((emoji) => emoji.sign !== '' && emoji.name !== '')).toBe(true);
});

test.each([
  ['coracao vermelho', '❤️'],
  ['CORAÇÃO', '❤️'],
  ['polegar', '👍️'],
  ['café', '☕️'],
  ['brasil', '🇧🇷'],
])('%s finds %s', (search, sign) => {
  const bareSign = (it: string) => it.replace(/\uFE0F/g, '');
  expect(searchEmoji(all, search).map((emoji) => bareSign(emoji.sign))).toContain(bareSign(sign));
});

test('what has no name like that is not found, and an empty search finds nothing', () => {
  expect(searchEmoji(all, 'xyzxyz')).toEqual([]);
  expect(searchEmoji(all, '  ')).toEqual([]);
});
