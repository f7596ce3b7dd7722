import { expect, test } from 'vitest';
import { finished } from './finished.ts';
import { readMood } from './read-mood.ts';

test.each([
  'isso é um absurdo, vou no procon',
  'VOCÊS SÃO UNS LADRÕES!!!',
  'terceira vez que reclamo e ninguém resolve',
  'que merda de atendimento',
  '😡😡😡 cadê meu pedido',
  'já cansei de esperar, vou processar vocês',
  'pior empresa que existe, nunca mais compro',
])('somebody is angry: %s', (text) => {
  expect(readMood(text).anger).toBeGreaterThanOrEqual(0.6);
});

test.each([
  'oi, bom dia',
  'cadê meu pedido?',
  'QUERO A SEGUNDA VIA DO BOLETO',
  'Obrigada!!!!',
  'meu pedido não chegou ainda',
  'quero cancelar',
  'o endereço do procon é aí perto?',
  'tenho um processo de matrícula em andamento',
  'vocês vendem lixo hospitalar? digo, lixeira',
])('somebody is calm: %s', (text) => {
  expect(readMood(text).anger).toBeLessThan(0.6);
});

test.each([
  ['quero falar com um atendente', true],
  ['me passa pra uma pessoa de verdade', true],
  ['tem alguém aí que possa me ajudar? não quero robô', true],
  ['chama o gerente', true],
  ['não quero falar com máquina', true],
  ['cadê meu pedido', false],
  ['a atendente de ontem foi ótima', false],
  ['que horas o atendimento começa', false],
  ['comprei pra outra pessoa', false],
])('"%s" wants a person: %s', (text, wants) => {
  expect(readMood(text).wantsHuman).toBe(wants);
});

test.each([
  ['quero a segunda via do boleto', 'whole'],
  ['que horas abre?', 'whole'],
  ['sim', 'whole'],
  ['12345678909', 'whole'],
  ['oi', 'half'],
  ['bom dia', 'half'],
  ['eu queria saber se', 'half'],
  ['meu pedido é o', 'half'],
  ['então,', 'half'],
  ['deixa eu explicar...', 'half'],
  ['comprei um tênis e', 'half'],
  ['boleto', 'unsure'],
  ['', 'unsure'],
] as const)('"%s" is %s', (text, how) => {
  expect(finished(text)).toBe(how);
});
