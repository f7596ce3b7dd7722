import { expect, test } from 'vitest';
import { borderWords } from './border-words.ts';

const intents = [
  { key: 'order_status', name: 'Situação do pedido' },
  { key: 'refund', name: 'Reembolso' },
  { key: 'no', name: 'Não' },
];

test('a border names other intents as people know them', () => {
  expect(borderWords('Se pergunta onde está, é order_status; pedir o dinheiro é refund.', intents)).toBe(
    'Se pergunta onde está, é “Situação do pedido”; pedir o dinheiro é “Reembolso”.',
  );
});

test('words of the language that happen to be keys stay', () => {
  expect(borderWords('Abre no feriado, no domingo.', intents)).toBe('Abre no feriado, no domingo.');
});
