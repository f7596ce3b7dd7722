import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coreOf } from './core-of.ts';
import { normalise } from './normalise.ts';

test.each([
  ['Vc tem a 2ª VIAAA do boleto???', 'voce tem a segunda via do boleto ?'],
  ['qro saber pq ñ chegou, obg', 'quero saber porque nao chegou obrigado'],
  ['NÃO', 'nao'],
  ['n', 'nao'],
  ['blz tb 👍🏻', 'beleza tambem emojisim'],
  ['oiiiiii', 'oi'],
  ['meu cpf é 123.456.789-09', 'meu cpf e umcpf'],
  ['fecha às 18h?', 'fecha as umahora ?'],
  ['R$ 1.250,00 em 12x', 'dinheiro em vezes'],
  ['pedido 88123', 'pedido numerolongo'],
  ['me manda em maria@x.com.br', 'me manda em umemail'],
])('"%s" reads "%s"', (text, normal) => {
  expect(normalise(text)).toBe(normal);
});

test('a greeting before a question does not count; a greeting alone does', () => {
  expect(coreOf(normalise('Oi, bom dia! tudo bem? cadê meu pedido'))).toBe('cade meu pedido');
  expect(coreOf(normalise('oi bom dia'))).toBe('oi bom dia');
});

test('letters in fancy dress are letters', () => {
  expect(normalise('𝐀𝐁𝐑𝐄 Ⓗⓞⓙⓔ')).toBe('abre hoje');
});

test('anything can be read, and reading it again changes nothing that matters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const normal = normalise(text);
      expect(normal).not.toMatch(/[A-Z]|\s\s|^\s|\s$/);
    }),
  );
});
