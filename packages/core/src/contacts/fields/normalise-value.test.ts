import { expect, test } from 'vitest';
import type { FieldType } from './field.ts';
import { normaliseValue } from './normalise-value.ts';

const read = (type: FieldType, given: string | number | boolean, options: string[] = []) => {
  const normal = normaliseValue({ type, options }, given);
  return 'value' in normal ? normal.value : normal.problem;
};

test.each<[FieldType, string | number | boolean, string | number | boolean]>([
  ['text', '  Zé  ', 'Zé'],
  ['text', '   ', 'bad_value'],
  ['text', 'a\0b', 'bad_value'],
  ['text', 'x'.repeat(3000), 'too_long'],
  ['number', '1.234,56', 1234.56],
  ['number', 'R$ 10,5', 10.5],
  ['number', '1234.5', 1234.5],
  ['number', -3, -3],
  ['number', Number.NaN, 'bad_value'],
  ['number', '1e9', 'bad_value'],
  ['date', '21/11/2026', '2026-11-21'],
  ['date', '1/2/2026', '2026-02-01'],
  ['date', '2026-02-30', 'bad_value'],
  ['boolean', 'Sim', true],
  ['boolean', 'NÃO', false],
  ['boolean', 'talvez', 'bad_value'],
  ['cpf', '529.982.247-25', '52998224725'],
  ['cpf', '111.111.111-11', 'bad_value'],
  ['cpf', 1234567890 + 0, '01234567890'],
  ['cnpj', '12.abc.345/01de-35', '12ABC34501DE35'],
  ['cep', '01310-100', '01310100'],
  ['cep', 1310100, '01310100'],
  ['cep', '123', 'bad_value'],
  ['email', ' Ana@Loja.COM.br ', 'ana@loja.com.br'],
  ['email', 'ana@loja', 'bad_value'],
  ['phone', '(11) 8765-4321', '+5511987654321'],
  ['phone', '12', 'bad_value'],
  ['url', 'loja.com.br/a', 'https://loja.com.br/a'],
  ['url', 'javascript:alert(1)', 'bad_value'],
])('a %s written as %j is kept as %j', (type, given, kept) => {
  expect(read(type, given)).toBe(kept);
});

test('a choice is one of its options, however its accents were written', () => {
  expect(read('choice', 'sao paulo', ['São Paulo', 'Rio'])).toBe('São Paulo');
  expect(read('choice', 'Natal', ['São Paulo'])).toBe('unknown_choice');
});
