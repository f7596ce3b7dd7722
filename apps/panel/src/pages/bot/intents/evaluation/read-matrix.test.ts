import { expect, test } from 'vitest';
import { readMatrix } from './read-matrix.ts';

const intent = (key: string, examples: number, recall: number | null) => ({ key, name: key, examples, recall });
const mixed = (key: string, takenFor: string, count: number) => ({
  key,
  name: key,
  takenFor,
  takenForName: takenFor,
  count,
});

test('a cell tells how often one was taken for the other, the diagonal how often it was right', () => {
  const { rows, columns, at } = readMatrix({
    intents: [intent('price', 50, 0.9), intent('refund', 20, 0.5), intent('yes', 10, 1)],
    confusions: [mixed('refund', 'price', 10), mixed('price', 'refund', 5)],
  });
  expect(rows.map((one) => one.key)).toEqual(['refund', 'price']);
  expect(columns.map((one) => one.key)).toEqual(['refund', 'price']);
  expect([at('refund', 'price'), at('price', 'price'), at('refund', 'refund')]).toEqual([10, 45, 10]);
  expect(at('yes', 'price')).toBe(0);
});

test('a company with a hundred intents sees those that are mixed up most', () => {
  const confusions = Array.from({ length: 40 }, (_, at) => mixed(`a${at}`, `b${at}`, 40 - at));
  const { rows, columns } = readMatrix({ intents: [], confusions });
  expect(rows).toHaveLength(16);
  expect(columns).toHaveLength(16);
  expect(rows[0]?.key).toBe('a0');
});
