import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readAnswers,
  readCallPermission,
  readOrder,
  readPayment,
  readReferral,
  unsupportedType,
  wasForwarded,
} from './read-details.ts';

test('whatever content a provider sends, reading it never breaks the screen', () => {
  const readers = [
    readAnswers,
    readOrder,
    readPayment,
    readCallPermission,
    readReferral,
    wasForwarded,
    unsupportedType,
  ];
  const any = fc.jsonValue();
  const content = fc.oneof(any, fc.record({ items: any, answers: any, referral: any, type: any, forwarded: any }));
  fc.assert(
    fc.property(content, (it) => {
      for (const read of readers) read(it);
      expect(Number.isNaN(readOrder(it).totalCents ?? 0)).toBe(false);
      expect(readReferral(it)?.url ?? 'https://').toMatch(/^https?:/i);
    }),
  );
});

test('an order has a total when every price is known, in one currency', () => {
  const item = { productId: 'camisa', quantity: 2, unitPriceCents: 1050, currency: 'BRL' };
  const total = (items: unknown) => readOrder({ items }).totalCents;
  expect(total([item, item])).toBe(4200);
  expect(total([item, { quantity: 1 }])).toBeUndefined();
  expect(total([item, { ...item, currency: 'USD' }])).toBeUndefined();
  expect(total([])).toBeUndefined();
});

test("the answers of a form are lines, without the program's token", () => {
  const answers = {
    flow_token: 'x',
    screen_0_Nome_completo_2: 'Ana',
    opções: ['a', 'b'],
    aceita: true,
    endereço: { rua: 'R' },
  };
  expect(readAnswers({ answers })).toEqual([
    { label: 'Nome completo', value: 'Ana' },
    { label: 'opções', value: 'a, b' },
    { label: 'aceita', value: '✓' },
    { label: 'endereço · rua', value: 'R' },
  ]);
});
