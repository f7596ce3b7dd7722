import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checks } from '../flow.ts';
import { readAnswer } from './read-answer.ts';

// A Saturday.
const today = '2026-11-21';

describe.each([
  ['date', 'hoje', '2026-11-21'],
  ['date', 'Amanhã!', '2026-11-22'],
  ['date', 'pode ser depois de amanha de manhã', '2026-11-23'],
  ['date', 'ontem', '2026-11-20'],
  ['date', '25/12', '2026-12-25'],
  ['date', '05/01', '2027-01-05'],
  ['date', '3-2-27', '2027-02-03'],
  ['date', '07.08.1985', '1985-08-07'],
  ['date', '7/8/85', '1985-08-07'],
  ['date', '2026-12-31', '2026-12-31'],
  ['date', '31/02', undefined],
  ['date', '29/02/2028', '2028-02-29'],
  ['date', 'sexta', '2026-11-27'],
  ['date', 'no próximo sábado', '2026-11-28'],
  ['date', 'terça-feira', '2026-11-24'],
  ['date', 'dia 5', '2026-12-05'],
  ['date', 'dia 30', '2026-11-30'],
  ['date', '1º de março', '2027-03-01'],
  ['date', '3 de dezembro de 2026', '2026-12-03'],
  ['date', 'daqui a 3 dias', '2026-11-24'],
  ['date', 'em duas horas', undefined],
  ['date', 'não sei', undefined],
  ['number', '12', '12'],
  ['number', 'são 3 caixas', '3'],
  ['number', '1.500', '1500'],
  ['number', '1,5', '1.5'],
  ['number', 'três', '3'],
  ['number', 'muitos', undefined],
  ['money', 'R$ 1.234,56', '1234.56'],
  ['money', '50 reais', '50.00'],
  ['money', '2 mil', '2000.00'],
  ['money', '-5', undefined],
  ['cpf', '52998224725', '529.982.247-25'],
  ['cpf', 'meu cpf é 529.982.247-25, tá?', '529.982.247-25'],
  ['cpf', '529.982.247-26', undefined],
  ['cpf', '111.111.111-11', undefined],
  ['cnpj', '12abc34501de35', '12.ABC.345/01DE-35'],
  ['cnpj', 'o da empresa: 11.222.333/0001-81', '11.222.333/0001-81'],
  ['cnpj', '11.222.333/0001-82', undefined],
  ['cpf_or_cnpj', '529 982 247 25', '529.982.247-25'],
  ['cpf_or_cnpj', '11222333000181', '11.222.333/0001-81'],
  ['email', 'É Bia.Souza@Exemplo.com.br, obrigada', 'bia.souza@exemplo.com.br'],
  ['email', 'bia@exemplo', undefined],
  ['phone', '(11) 98765-4321', '+5511987654321'],
  ['phone', 'anota aí 11 8765 4321', '+5511987654321'],
  ['phone', '98765-4321', undefined],
  ['text', '  oi ', 'oi'],
  ['text', '   ', undefined],
] as const)('%s', (check, typed, kept) => {
  test(`"${typed}" is ${kept ?? 'none'}`, () => expect(readAnswer(check, typed, today)).toBe(kept));
});

test('nothing that is typed throws, takes long or keeps more than a thousand letters', () => {
  const hard = fc.oneof(
    fc.string({ maxLength: 3000 }),
    fc.constantFrom('1'.repeat(4000), '@'.repeat(4000), '1/'.repeat(2000)),
  );
  fc.assert(
    fc.property(fc.constantFrom(...checks), hard, (check, typed) => {
      expect((readAnswer(check, typed, today) ?? '').length).toBeLessThanOrEqual(1000);
    }),
  );
});
