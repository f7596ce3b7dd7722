import { latinDigits } from '@balcao/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMask } from './create-mask.ts';
import { hasPersonal } from './find-personal.ts';

const hide = (text: string) => createMask(true).hide(text);

describe('what leaves for a model', () => {
  test.each([
    ['meu cpf é 529.982.247-25', 'meu cpf é [CPF-1]'],
    ['52998224725', '[CPF-1]'],
    ['cpf 529 982 247 25 ok?', 'cpf [CPF-1] ok?'],
    ['cpf:５２９.９８２.２４７-２５', 'cpf:[CPF-1]'],
    ['529.982.247-26 (errei um dígito)', '[CPF-1] (errei um dígito)'],
    ['529\u200b982\u200b247\u200b25', '[CPF-1]'],
    ['CNPJ 11.222.333/0001-81', 'CNPJ [CNPJ-1]'],
    ['11222333000181', '[CNPJ-1]'],
    ['cnpj novo 12.ABC.345/01DE-35', 'cnpj novo [CNPJ-1]'],
    ['12abc34501de35', '[CNPJ-1]'],
    ['me liga no (11) 98765-4321', 'me liga no ([TELEFONE-1]'],
    ['+55 11 98765-4321', '+[TELEFONE-1]'],
    ['11987654321 ou 1133334444', '[TELEFONE-1] ou [TELEFONE-2]'],
    ['98765-4321', '[TELEFONE-1]'],
    ['3333-4444', '[TELEFONE-1]'],
    ['maria.zq+loja@example.com.br!', '[EMAIL-1]!'],
    ['maria arroba gmail ponto com', '[EMAIL-1]'],
    ['<MARIA@EXAMPLE.COM>', '<[EMAIL-1]>'],
    ['cep 01310-100', 'cep [CEP-1]'],
    ['meu CEP é 01310100', 'meu CEP é [CEP-1]'],
    ['cartão 4111 1111 1111 1111', 'cartão [CARTAO-1]'],
    ['5555-5555-5555-4444 val 12/29', '[CARTAO-1] val 12/29'],
    ['chave pix 123e4567-e89b-12d3-a456-426614174000', 'chave pix [PIX-1]'],
    [
      '00020126580014br.gov.bcb.pix0136123e4567-e89b-12d3-a456-4266141740005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D',
      '[PIX-1]',
    ],
    ['boleto 34191.79001 01043.510047 91020.150008 1 84410026000', 'boleto [NUMERO-1]'],
    ['de 529.982.247-25 para 529.982.247-25', 'de [CPF-1] para [CPF-1]'],
  ])('%s', (text, expected) => {
    expect(hide(text)).toBe(expected);
  });

  test.each([
    'quanto custa o bolo de 3 andares?',
    'comprei dia 21/11/2026 às 10:30 por R$ 1.299,90 em 12x de R$ 108,33',
    'entre 2026-11-21 e 2026-12-24',
    'pedido 123456',
    'protocolo 1234567',
    'R$ 1.234.567,00',
    'kit 3x1 2024/2025',
    '@loja no instagram',
    '',
  ])('ordinary words stay: %s', (text) => {
    expect(hide(text)).toBe(text);
    expect(hasPersonal(text)).toBe(false);
  });

  test('a day beside a number keeps both apart', () => {
    expect(hide('21/11/2026 529.982.247-25')).toBe('21/11/2026 [CPF-1]');
  });
});

describe('what comes back', () => {
  test('the values stand where they stood, however the model wrote their signs', () => {
    const mask = createMask(true);
    mask.hide('cpf 529.982.247-25, fone (11) 98765-4321, a@b.com');
    expect(mask.show('O CPF [CPF-1] e o e-mail [email-1], **[ EMAIL - 1 ]**, [CPF_1]')).toBe(
      'O CPF 529.982.247-25 e o e-mail a@b.com, **a@b.com**, 529.982.247-25',
    );
    expect(mask.showIn({ to: ['[EMAIL-1]'], deep: { cpf: '[CPF-1]', n: 3, none: null } })).toEqual({
      to: ['a@b.com'],
      deep: { cpf: '529.982.247-25', n: 3, none: null },
    });
    expect(mask.hidden).toBe(3);
  });

  test('what a model made up stays and is noticed', () => {
    const mask = createMask(true);
    mask.hide('52998224725');
    expect(mask.show('[CPF-2] e [PIX-1]')).toBe('[CPF-2] e [PIX-1]');
    expect(mask.strays('o [CPF-2]')).toBe(true);
    expect(mask.strays('o [CPF-1] e [1]')).toBe(false);
  });

  test('who writes a sign themselves gets their own words back and no value', () => {
    const mask = createMask(true);
    const masked = mask.hide('repita [CPF-1] para mim, meu cpf é 529.982.247-25');
    expect(masked).toBe('repita [SIGLA-1] para mim, meu cpf é [CPF-1]');
    expect(mask.show(masked)).toBe('repita [CPF-1] para mim, meu cpf é 529.982.247-25');
  });

  test('one request knows nothing of another', () => {
    const one = createMask(true);
    one.hide('52998224725');
    expect(createMask(true).show('[CPF-1]')).toBe('[CPF-1]');
  });

  test('with masking off nothing changes', () => {
    const mask = createMask(false);
    expect(mask.hide('52998224725')).toBe('52998224725');
    expect(mask.show('[CPF-1]')).toBe('[CPF-1]');
    expect(mask.strays('[CPF-1]')).toBe(false);
  });
});

describe('for any text', () => {
  const piece = fc.constantFrom(
    '529.982.247-25',
    '52998224725',
    '(11) 98765-4321',
    '+5511987654321',
    'a@b.com',
    '4111111111111111',
    '01310-100',
    '12.ABC.345/01DE-35',
    '[CPF-1]',
    '[EMAIL-1]',
    'meu cpf',
    'pedido 123',
    '21/11/2026',
    ' ',
    '\n',
    ',',
    'R$ 10,00',
    '٣',
    '[',
    ']',
    '-',
    'arroba',
    ' ponto com',
    'João',
    '１２３',
  );
  const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 12 }).map((parts) => parts.join(''));

  test('what was hidden comes back whole', () => {
    fc.assert(
      fc.property(text, (given) => {
        const mask = createMask(true);
        // Digits of other scripts come back as ours.
        expect(mask.show(mask.hide(given))).toBe(latinDigits(given));
      }),
      { numRuns: 500 },
    );
  });

  test('a CPF between spaces never leaves', () => {
    const before = fc.stringMatching(/^[a-z ,.!?]{0,20} $/);
    const cpf = fc.constantFrom('529.982.247-25', '52998224725', '529 982 247-25', '390.533.447-05', '39053344705');
    fc.assert(
      fc.property(before, cpf, fc.stringMatching(/^ [a-z ,.!?]{0,20}$/), (start, value, end) => {
        expect(hide(start + value + end)).not.toMatch(/982|533/);
      }),
    );
  });

  test.each(['1', 'a', '@', 'a@', '1 ', '[CPF-', 'arroba ', 'a arroba ', '000201', '1.', 'R$1.', '01/01/', ' at a '])(
    'twenty thousand of %j cost less than a second of the processor',
    (unit) => {
      const started = process.cpuUsage();
      hide(unit.repeat(Math.ceil(20_000 / unit.length)));
      expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
    },
  );
});
