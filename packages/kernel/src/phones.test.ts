import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalPhoneKey, formatPhone, parsePhone, phoneVariants } from './phones.ts';

const ddd = fc.constantFrom('11', '21', '31', '48', '51', '68', '71', '85', '91', '99');
const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`));
const mobile = fc
  .tuple(ddd, fc.constantFrom('6', '7', '8', '9'), digits(7))
  .map(([d, first, rest]) => ({ d, eight: first + rest }));
const landline = fc
  .tuple(ddd, fc.constantFrom('2', '3', '4', '5'), digits(7))
  .map(([d, first, rest]) => ({ d, eight: first + rest }));

const spellings = (d: string, subscriber: string) => {
  const front = subscriber.slice(0, -4);
  const back = subscriber.slice(-4);
  return [
    `55${d}${subscriber}`,
    `+55${d}${subscriber}`,
    `+55 (${d}) ${front}-${back}`,
    `0055 ${d} ${front} ${back}`,
    `(${d}) ${front}-${back}`,
    `(0${d}) ${front}.${back}`,
    `0${d}${subscriber}`,
    `015${d}${subscriber}`,
    `0 41 ${d} ${front} ${back}`,
    `${d}${subscriber}`,
    ` ${d} / ${front} – ${back} `,
    `tel: ${d}.${front}.${back}`,
    `+55 0${d} ${front}-${back}`,
  ];
};

describe('Brazilian numbers', () => {
  test('every spelling of a mobile, with the ninth digit or without, is one key: 55 + DDD + last eight', () => {
    fc.assert(
      fc.property(mobile, ({ d, eight }) => {
        for (const typed of [...spellings(d, eight), ...spellings(d, `9${eight}`)]) {
          expect(parsePhone(typed), typed).toEqual({
            typed,
            key: `55${d}${eight}`,
            e164: `+55${d}9${eight}`,
            kind: 'mobile',
          });
        }
      }),
    );
  });

  test('every spelling of a landline is one key, and it never gains a ninth digit', () => {
    fc.assert(
      fc.property(landline, ({ d, eight }) => {
        for (const typed of spellings(d, eight)) {
          expect(parsePhone(typed), typed).toEqual({
            typed,
            key: `55${d}${eight}`,
            e164: `+55${d}${eight}`,
            kind: 'landline',
          });
        }
        expect(phoneVariants(`55${d}${eight}`)).toEqual([`55${d}${eight}`]);
      }),
    );
  });

  test('the variants of a mobile are its two spellings, and each leads back to the same key', () => {
    fc.assert(
      fc.property(mobile, ({ d, eight }) => {
        const variants = phoneVariants(`(${d}) 9${eight}`);
        expect(variants).toEqual([`55${d}9${eight}`, `55${d}${eight}`]);
        for (const variant of variants) expect(canonicalPhoneKey(variant)).toBe(`55${d}${eight}`);
      }),
    );
  });

  test('full-width digits are digits', () => {
    expect(parsePhone('（１１）９８７６５－４３２１')?.e164).toBe('+5511987654321');
  });

  test('people read it as they write it', () => {
    expect(formatPhone('551187654321')).toBe('(11) 98765-4321');
    expect(formatPhone('+551133334444')).toBe('(11) 3333-4444');
    expect(formatPhone('+14155550123')).toBe('+14155550123');
    expect(formatPhone('ana')).toBe('ana');
  });

  test.each([
    '',
    'ana',
    '123',
    '98765-4321',
    '0800 123 4567',
    '+55 10 98765-4321',
    '+55 11 1234-5678',
    '5511',
    '+55119876543210',
    '190',
  ])('"%s" is not a telephone that can be called from anywhere', (typed) => {
    expect(parsePhone(typed)).toBeUndefined();
    expect(phoneVariants(typed)).toEqual([]);
  });
});

describe('foreign numbers', () => {
  test.each([
    ['+1 (415) 555-0123', '14155550123'],
    ['+351 912 345 678', '351912345678'],
    ['+54 9 11 2345-6789', '5491123456789'],
    ['+595981123456', '595981123456'],
    ['0044 7911 123456', '447911123456'],
    ['5491123456789', '5491123456789'],
  ])('%s keeps its digits', (typed, key) => {
    expect(parsePhone(typed)).toEqual({ typed, key, e164: `+${key}`, kind: 'foreign' });
    expect(phoneVariants(typed)).toEqual([key]);
  });

  test("a provider's number always carries its country: eleven digits after a plus are not taken for a DDD", () => {
    expect(parsePhone('+11987654321')?.kind).toBe('foreign');
    expect(parsePhone('11987654321')?.kind).toBe('mobile');
  });
});

test('a key is a fixed point, and nothing that is typed throws or takes long', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789+-() .') })), (typed) => {
      const key = canonicalPhoneKey(typed);
      expect(key).toMatch(/^\d*$/);
      const phone = parsePhone(typed);
      expect(phone === undefined ? key : canonicalPhoneKey(phone.e164)).toBe(key);
    }),
  );
  expect(parsePhone('1 '.repeat(500_000))).toBeUndefined();
});
