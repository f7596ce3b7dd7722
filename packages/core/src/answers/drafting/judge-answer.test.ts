import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMask } from '../../governance/index.ts';
import type { Passage } from '../../knowledge/index.ts';
import type { AnswerRequest } from '../types.ts';
import { readAnswer } from './answer-form.ts';
import { judgeAnswer } from './judge-answer.ts';

const passage = (text: string): Passage => ({
  id: 'p',
  articleId: 'a',
  kind: 'faq',
  title: 'Frete',
  text,
  answer: text,
  url: null,
  score: 1,
});
const request: AnswerRequest = {
  conversationId: 'c',
  contactId: 'c',
  channelId: 'c',
  messageId: 'm',
  question: 'quanto?',
  history: [],
  understanding: { intent: 'price', confidence: 1, sure: true },
  language: 'pt-BR',
  deadline: new Date(0),
};
const judge = (text: string, source = 'O frete custa R$ 19,90.', cut = false) =>
  judgeAnswer(
    { text, cut },
    {
      request,
      passages: [passage(source)],
      memory: '',
      done: [],
      mask: createMask(true),
      leaks: () => [],
      today: '21/11/2026',
    },
  );

test.each([
  ['NAO_SEI', 'unsure'],
  ['Não_sei.', 'unsure'],
  ['Olha, NAO_SEI dizer o prazo.', 'unsure'],
  ['PESSOA', 'person'],
  ['Certo.\nPESSOA', 'person'],
  ['RECUSO', 'refused'],
  ['É para pessoa física. [1]', 'text'],
  ['Vendemos para PESSOA FÍSICA e jurídica. [1]', 'text'],
])('%j is read as %s', (written, kind) => expect(readAnswer(written).kind).toBe(kind));

test('marks of sources are for us, and marks of WhatsApp for the customer', () => {
  expect(readAnswer('## Frete\nÉ **R$ 19,90** [1], sempre [fonte 2]. E a troca é grátis [1, 3] .')).toEqual({
    kind: 'text',
    text: 'Frete\nÉ *R$ 19,90*, sempre. E a troca é grátis.',
    cited: [1, 2, 3],
  });
});

test.each([
  ['Qual é o número do pedido?', 'good'],
  ['Claro! Qual é o número do pedido?', 'good'],
  ['Somos a maior loja do Brasil e entregamos de graça. Quer saber mais?', 'unsure'],
  ['O frete é grátis.', 'unsure'],
  ['Seu CPF [CPF-9] está certo. [1]', 'unsure'],
])('%s without a source is %s', (text, kind) => expect(judge(text).kind).toBe(kind));

test('a page is not sent as one message, nor half a sentence', () => {
  const long = judge(`${'Isto é uma frase inteira. '.repeat(300)}[1]`);
  expect(long.kind === 'unsure' || (long.kind === 'good' && long.text.length <= 3_500)).toBe(true);
  expect(judge('O frete custa R$ 19,90 sempre. [1] E além', undefined, true)).toMatchObject({
    kind: 'good',
    text: 'O frete custa R$ 19,90 sempre.',
  });
  expect(judge('O frete', undefined, true).kind).toBe('garbage');
});

const money = fc.integer({ min: 1, max: 999_999 }).map((cents) => cents / 100);
const brazil = (value: number) => value.toLocaleString('pt-BR', { minimumFractionDigits: 2 });

test('a price of a source may be said in any spelling, and no other price in any', () => {
  fc.assert(
    fc.property(money, money, fc.constantFrom('R$ %', 'R$%', '% reais', 'por R$ %,'), (real, made, shape) => {
      const source = `Custa R$ ${brazil(real)}.`;
      const say = (value: number) => judge(`Sai ${shape.replace('%', brazil(value))} hoje. [1]`, source);
      expect(say(real)).toMatchObject({ kind: 'good' });
      fc.pre(made !== real);
      expect(say(made)).toMatchObject({ kind: 'unsure', why: 'number_without_source' });
    }),
    { numRuns: 150 },
  );
});
