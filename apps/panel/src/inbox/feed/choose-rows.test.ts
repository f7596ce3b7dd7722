import { expect, test } from 'vitest';
import { chooseRows, nothingMarked } from './choose-rows.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const marks = (marked: { ids: ReadonlySet<string> }) => [...marked.ids].join('');

test('Shift marks everything from the last one marked, up or down', () => {
  const one = chooseRows(nothingMarked, { do: 'toggle', id: 'd' });
  expect(
    marks(chooseRows(one, { do: 'reach', id: 'b', order }))
      .split('')
      .sort()
      .join(''),
  ).toBe('bcd');
  expect(marks(chooseRows(nothingMarked, { do: 'reach', id: 'b', order }))).toBe('b');
});

test('what is marked twice is not, what left the list is not, and no more than 200 are', () => {
  const two = chooseRows(chooseRows(nothingMarked, { do: 'toggle', id: 'a' }), { do: 'toggle', id: 'c' });
  expect(marks(chooseRows(two, { do: 'toggle', id: 'a' }))).toBe('c');
  expect(marks(chooseRows(two, { do: 'keep', order: ['a', 'b'] }))).toBe('a');
  const many = Array.from({ length: 300 }, (_, n) => `t${n}`);
  expect(chooseRows(two, { do: 'all', order: many }).ids.size).toBe(200);
});
