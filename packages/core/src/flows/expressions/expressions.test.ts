import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadExpression, parseExpression } from './parse-expression.ts';
import { evaluate, fill, holds } from './template.ts';
import type { Scope } from './values.ts';

const scope: Scope = {
  vars: { n: '7', name: 'José', empty: '', total: '1234.5', day: '2026-12-01' },
  message: { text: 'Olá', kind: 'text', choice: '' },
  contact: {
    name: 'Bia Ramos',
    phone: '+5511987654321',
    email: '',
    tags: ['VIP', 'Atacado'],
    fields: { plano: 'ouro' },
  },
  hours: { open: true },
  now: { today: '2026-11-21', hour: 14, weekday: 6 },
};

test.each([
  ['vars.n + 1', 8],
  ['vars.n * 2 - 4 / 2', 12],
  ['-(vars.n)', -7],
  ['vars.n == "7" and not false', true],
  ['vars.name == "jose"', true],
  ["vars.name != 'Maria' && vars.n >= 7", true],
  ['vars.gone == null or vars.n < 3', true],
  ['vars.name == null', false],
  ['empty(vars.gone) and empty(vars.empty)', true],
  ['"vip" in contact.tags', true],
  ['contact.tags contains "atacado"', true],
  ['vars.n in [1, 7, 9]', true],
  ['message.text contains "ola"', true],
  ['contact.fields.plano == "Ouro"', true],
  ['hours.open and now.weekday == 6', true],
  ['first(contact.name)', 'Bia'],
  ['default(vars.empty, "x") + "y"', 'xy'],
  ['choose(vars.n > 5, "muito", "pouco")', 'muito'],
  ['days_until(vars.day)', 10],
  ['days_until("sei lá")', null],
  ['money(vars.total)', 'R$ 1.234,50'],
  ['date(vars.day)', '01/12/2026'],
  ['digits("529.982.247-25")', '52998224725'],
  ['length(contact.tags)', 2],
  ['1 / 0', null],
  ['"a" - 1', null],
])('%s', (source, value) => {
  expect(evaluate(source, scope)).toEqual(value);
});

function failureOf(source: string): unknown {
  try {
    return parseExpression(source);
  } catch (error) {
    return error;
  }
}

describe('what cannot be read says where', () => {
  test.each([
    ['vars.n >> 3', 'unexpected', 8],
    ['vars.n ==', 'unexpected', 9],
    ['(vars.n', 'unexpected', 7],
    ['constructor', 'unknown_name', 0],
    ['1 + process.env', 'unknown_name', 4],
    ['vars.n + eval("1")', 'unknown_function', 9],
    ['first()', 'arguments', 0],
    ['vars.__proto__', 'unknown_name', 0],
    ["'open", 'unexpected', 0],
  ])('%s', (source, kind, at) => {
    expect(failureOf(source)).toMatchObject({ kind, at });
  });

  test('what is nested too deep is refused, not followed', () => {
    expect(() => parseExpression(`${'('.repeat(200)}1${')'.repeat(200)}`)).toThrow(BadExpression);
  });
});

test('inherited names are nothing', () => {
  expect(evaluate('vars.constructor', scope)).toBeNull();
  expect(evaluate('contact.fields.toString', scope)).toBeNull();
  expect(holds('vars.hasOwnProperty', scope)).toBe(false);
});

test('templates fill in names and calls, and leave what they cannot read as it is', () => {
  expect(fill('Oi, {{first(contact.name)}}: {{ vars.n }} {{vars.gone}}|{{isso aqui}}|{{foo.bar}}|{a}', scope)).toBe(
    'Oi, Bia: 7 |{{isso aqui}}||{a}',
  );
});

test('no text, read as an expression or a template, breaks anything but its own reading', () => {
  const piece = fc.constantFrom(
    'vars.n',
    '(',
    ')',
    '[',
    ']',
    '+',
    '-',
    '*',
    '/',
    '==',
    'and',
    'not',
    'in',
    '"a"',
    '1',
    ',',
    'first(',
  );
  const source = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(source, (text) => {
      evaluate(text, scope);
      expect(typeof fill(`a{{${text}}}b`, scope)).toBe('string');
    }),
    { numRuns: 500 },
  );
});
