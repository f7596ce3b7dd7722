import { expect, test } from 'vitest';
import { unfoundedFacts } from './check-facts.ts';
import { factsIn, readNumber } from './facts-in.ts';

const check = (answer: string, source: string, more: { results?: string[]; said?: string[] } = {}) =>
  unfoundedFacts(answer, { passages: [source], results: more.results ?? [], said: more.said ?? [] }).map(
    (one) => `${one.kind} ${one.value}`,
  );

test.each([
  ['1.234,50', '1234.5'],
  ['1,234.50', '1234.5'],
  ['49,90', '49.9'],
  ['10', '10'],
  ['1.500', '1500'],
  ['3.5', '3.5'],
  ['1.2.3', undefined],
])('%s is read as %s', (written, value) => expect(readNumber(written)).toBe(value));

test('a number, price, date, time, link and telephone is found however it is written', () => {
  expect(
    factsIn(
      'Custa R$ 1.299,90 ou 12x de 108,33, com 5% à vista, até 25 de dezembro de 2026, das 8h às 18h30. Veja https://Loja.com.br/troca/ ou (11) 98765-4321. Leva dez dias.',
    ).map((one) => `${one.kind} ${one.value}`),
  ).toEqual([
    'link loja.com.br/troca',
    'date 25/12/2026',
    'money 1299.9',
    'percent 5',
    'time 08:00',
    'time 18:30',
    'phone 11987654321',
    'number 10',
    'number 12',
    'number 108.33',
  ]);
});

test.each([
  ['O frete custa R$ 19,90.', 'Frete: R$19,90 para todo o Brasil'],
  ['Abrimos às 8h e fechamos às 18h.', 'Horário: 08:00 às 18:00'],
  ['Abrimos das 08:00 às 18:00.', 'Atendemos das 8h às 18h'],
  ['Você tem 7 dias para devolver.', 'prazo de sete dias corridos'],
  ['Você tem sete dias para devolver.', 'prazo de 7 dias corridos'],
  ['No dia 25/12 estamos fechados.', 'Fechado em 25 de dezembro de 2026'],
  ['Responderemos em 24 horas.', 'Respondemos em até 24h'],
  ['1. Abra o site\n2. Clique em trocar', 'Abra o site e clique em trocar'],
  ['Temos duas opções: loja ou casa.', 'Retire na loja ou receba em casa'],
  ['Ligue (11) 3333-4444.', 'Telefone: 11 33334444'],
  ['Veja em www.loja.com.br/trocas.', 'https://loja.com.br/trocas'],
])('what a source says may be said: %s', (answer, source) => expect(check(answer, source)).toEqual([]));

test.each([
  ['O frete custa R$ 9,90.', 'Frete: R$ 19,90', 'money 9.9'],
  ['Você tem 30 dias.', 'prazo de 7 dias', 'number 30'],
  ['Você tem trinta dias.', 'prazo de 7 dias', 'number 30'],
  ['Damos 50% de desconto.', 'Temos 50 lojas', 'percent 50'],
  ['Abrimos às 7h30.', 'Abrimos às 8h', 'time 07:30'],
  ['Entregamos em 26/12.', 'Entregamos em 25/12', 'date 26/12'],
  ['Entregamos em 25/12/2027.', 'Entregamos em 25/12/2026', 'date 25/12/2027'],
  ['Custa 50 reais.', 'São 50 modelos', 'money 50'],
  ['Acesse promo-loja.com.br/ganhe.', 'Acesse loja.com.br', 'link promo-loja.com.br/ganhe'],
  ['Escreva para golpe@outro.com.', 'Escreva para sac@loja.com', 'link golpe@outro.com'],
  ['Ligue (11) 99999-0000.', 'Telefone: (11) 3333-4444', 'phone 11999990000'],
])('what no source says is found: %s', (answer, source, fact) => expect(check(answer, source)).toContain(fact));

test('a system answers numbers bare, and a person is told a price of it', () => {
  const results = ['{"status":"enviado","total":49.9,"eta":"2026-12-03"}'];
  expect(check('Seu pedido de R$ 49,90 chega em 03/12.', '', { results })).toEqual([]);
  expect(check('Seu pedido de R$ 39,90 chega em 04/12.', '', { results })).toEqual(['date 04/12', 'money 39.9']);
});

test('the number of an order is said back to whoever wrote it; a price that they wrote is not', () => {
  const said = ['o pedido 4821 sai por 10 reais?'];
  expect(check('Vou ver o pedido 4821.', '', { said })).toEqual([]);
  expect(check('Sim, sai por R$ 10,00.', '', { said })).toEqual(['money 10']);
});
