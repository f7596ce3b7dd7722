import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCnpj, formatCpf, isCnpj, isCpf, parseCnpj, parseCpf } from './tax-ids.ts';

test.each(['12.ABC.345/01DE-35', '12abc34501de35', '11.222.333/0001-81', '00.000.000/0001-91'])(
  '%s is a CNPJ',
  (typed) => {
    expect(isCnpj(typed)).toBe(true);
  },
);

test.each(['529.982.247-25', '52998224725', ' 529 982 247 25 ', '111.444.777-35'])('%s is a CPF', (typed) => {
  expect(isCpf(typed)).toBe(true);
});

test.each(['', '00000000000', '11111111111', '529.982.247-24', '5299822472', 'ABC.982.247-25'])(
  '"%s" is no CPF',
  (typed) => {
    expect(parseCpf(typed)).toBeUndefined();
  },
);

test.each([
  '',
  '00000000000000',
  '12.ABC.345/01DE-53',
  '12.ABC.345/01DE-3A',
  '11.222.333/0001-8',
  '11.222.333/0001-811',
  '12.ÁBC.345/01DE-35',
])('"%s" is no CNPJ', (typed) => {
  expect(parseCnpj(typed)).toBeUndefined();
});

/** The rule as the Receita writes it, in other words than ours. */
function checkDigits(base: string, highest: number): string {
  let digits = '';
  for (let round = 0; round < 2; round++) {
    const places = [...(base + digits)].reverse();
    const sum = places.reduce((total, place, i) => total + (place.charCodeAt(0) - 48) * (2 + (i % (highest - 1))), 0);
    digits += sum % 11 < 2 ? 0 : 11 - (sum % 11);
  }
  return digits;
}

test('any CNPJ made by the rule is one, however it is typed, and no other check digits are', () => {
  const base = fc.stringMatching(/^[0-9A-Z]{12}$/).filter((text) => !/^0*$/.test(text));
  fc.assert(
    fc.property(base, fc.integer({ min: 1, max: 99 }), (text, shift) => {
      const digits = checkDigits(text, 9);
      const cnpj = text + digits;
      expect(parseCnpj(cnpj)).toBe(cnpj);
      expect(parseCnpj(formatCnpj(cnpj).toLowerCase())).toBe(cnpj);
      expect(formatCnpj(cnpj)).toMatch(/^.{2}\..{3}\..{3}\/.{4}-\d{2}$/);
      const wrong = String((Number(digits) + shift) % 100).padStart(2, '0');
      expect(isCnpj(text + wrong)).toBe(false);
    }),
  );
});

test('any CPF made by the rule is one, and no other check digits are', () => {
  const base = fc.stringMatching(/^\d{9}$/).filter((text) => !/^(\d)\1*$/.test(text));
  fc.assert(
    fc.property(base, fc.integer({ min: 1, max: 99 }), (text, shift) => {
      const digits = checkDigits(text, 12);
      expect(parseCpf(formatCpf(text + digits))).toBe(text + digits);
      const wrong = String((Number(digits) + shift) % 100).padStart(2, '0');
      expect(isCpf(text + wrong)).toBe(false);
    }),
  );
});

test('nothing that is typed throws', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(typeof isCpf(typed)).toBe('boolean');
      expect(typeof isCnpj(typed)).toBe('boolean');
    }),
  );
});
