import { sql, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { movableClock, testCtx, testWorkspace } from '@balcao/testkit';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Known } from '../memory/rows.ts';
import { readBot } from '../settings/read-bot.ts';
import { updateBot } from '../settings/update-bot.ts';
import { findCached } from './find-cached.ts';
import { isPersonal } from './is-personal.ts';
import { type AnswerToKeep, keepCached } from './keep-cached.ts';
import { nearlySame, questionWords } from './question-words.ts';

describe('the same question', () => {
  const same = (one: string, other: string) => {
    const [mine, theirs] = [questionWords(one), questionWords(other)];
    return mine.join(' ') === theirs.join(' ') || nearlySame(mine, theirs);
  };

  test.each([
    ['Qual o prazo de entrega?', 'oi, bom dia! gostaria de saber qual é o prazo de entrega por favor'],
    ['quais as formas de pagamento', 'Quais formas de pagamento vocês têm?'],
    ['vocês aceitam cartão de crédito?', 'voces aceitam cartao de credito'],
    ['tem bolo de cenoura sem glúten', 'vcs tem bolo de cenoura sem gluten???'],
    ['como faço para trocar um produto', 'como faço pra trocar o produto'],
    ['qual o valor do frete para Recife', 'qual valor do frete pra recife'],
    ['política de devolução de produtos', 'politica de devoluçao de produto'],
    ['como funciona a garantia estendida', 'como funciona a garantia extendida'],
  ])('%s = %s', (one, other) => {
    expect(same(one, other)).toBe(true);
  });

  test.each([
    ['quanto custa o plano 10', 'quanto custa o plano 20'],
    ['quanto custa o plano básico', 'quanto custa o plano avançado'],
    ['quando abre a loja', 'onde fica a loja'],
    ['tem bolo com glúten', 'tem bolo sem glúten'],
    ['vocês entregam em Recife', 'vocês não entregam em Recife'],
    ['qual o preço do bolo de 2 kg', 'qual o preço do bolo de 3 kg'],
    ['quero comprar um celular novo', 'quero trocar um celular novo'],
    ['prazo de entrega', 'prazo de devolução'],
    ['como cancelar o pedido', 'como fazer o pedido'],
  ])('%s ≠ %s', (one, other) => {
    expect(same(one, other)).toBe(false);
  });
});

describe('what is nobody else’s', () => {
  const known = (kind: Known['kind'], text: string): Known => ({ id: null, kind, about: '', text, at: new Date(0) });
  const judge = (question: string, answer = 'Entregamos em dois dias.', more: Known[] = [], usedTools = false) =>
    isPersonal({ question, answer, known: more, usedTools });

  test.each([
    ['qual o prazo do meu pedido?'],
    ['e esse outro, qual o prazo?'],
    ['quanto custa pro CPF 529.982.247-25?'],
    ['comprei e não chegou, qual o prazo?'],
    ['vocês estão abertos hoje?'],
    ['qual o prazo de entrega?', 'Bom dia! Dois dias.'],
    ['qual o prazo de entrega?', 'Antônia, dois dias.', [known('name', 'Antônia Águas')]],
    ['qual o prazo de entrega?', 'Para Recife são dois dias.', [known('field', 'Recife')]],
    [
      'qual o prazo de entrega?',
      'Como você gosta de bolo de fubá: dois dias.',
      [known('fact', 'gosta de bolo de fubá')],
    ],
  ])('%s / %s', (question, answer = 'Dois dias.', more = []) => {
    expect(judge(question, answer, more)).toBe(true);
  });

  test('a general question with a general answer is for everybody, unless a tool was asked', () => {
    const more = [known('name', 'Antônia'), known('field', 'Recife'), known('fact', 'gosta de bolo de fubá')];
    expect(judge('qual o prazo de entrega?', 'Entregamos em até dois dias úteis.', more)).toBe(false);
    expect(judge('qual o prazo de entrega?', 'Entregamos em até dois dias úteis.', more, true)).toBe(true);
  });
});

const base = await testCtx();
const clock = movableClock('2026-11-21T15:00:00Z');
let ctx: WorkspaceCtx;
beforeEach(async () => {
  ctx = { ...(await testWorkspace(base)), clock };
});
const within = <T>(fn: (tx: Tx) => Promise<T>) => withWorkspace(ctx, fn);
const passage = '0192f0c1-7a1b-7c1d-9e1f-123456789012';
const bot = () => within((tx) => readBot(ctx, tx));
const ground = { knowledgeVersion: 'k1', language: 'pt-BR' };
const keep = async (change: Partial<AnswerToKeep> = {}) => {
  const it: AnswerToKeep = {
    ...ground,
    question: 'Qual o prazo de entrega?',
    answer: 'Dois dias úteis.',
    sources: [{ passageId: passage }],
    made: { by: 'model' },
    passageIds: [passage],
    known: [],
    usedTools: false,
    contactId: base.ids.uuid(),
    ...change,
  };
  const how = await bot();
  return await within((tx) => keepCached(ctx, tx, how, it));
};
const find = async (
  question = 'bom dia, qual é o prazo de entrega?',
  change: Partial<Parameters<typeof findCached>[2]> = {},
) =>
  (await findCached(ctx, await bot(), { ...ground, question, passageIds: [passage, base.ids.uuid()], ...change }))
    ?.answer;

describe('answers given before', () => {
  test('the same question again has the same answer, with its sources', async () => {
    expect(await keep()).toBe(true);
    expect(
      await findCached(ctx, await bot(), { ...ground, question: 'prazo de entrega, qual?', passageIds: [passage] }),
    ).toMatchObject({
      answer: 'Dois dias úteis.',
      sources: [{ passageId: passage }],
      made: { by: 'model' },
    });
  });

  test('not from another knowledge, other sources, another language or another company', async () => {
    await keep();
    expect(await find(undefined, { knowledgeVersion: 'k2' })).toBeUndefined();
    expect(await find(undefined, { language: 'es' })).toBeUndefined();
    expect(await find(undefined, { passageIds: [base.ids.uuid()] })).toBeUndefined();
    expect(await find()).toBe('Dois dias úteis.');
    ctx = { ...(await testWorkspace(base)), clock };
    expect(await find()).toBeUndefined();
  });

  test('not after the bot was changed, and not once it is too old', async () => {
    await keep();
    await within((tx) => updateBot(tx, ctx, { settings: { persona: { tone: 'formal' } } }));
    expect(await find()).toBeUndefined();
    await keep({ answer: 'Dois dias úteis, senhor.' });
    expect(await find()).toBe('Dois dias úteis, senhor.');
    clock.go(73 * 3_600_000);
    expect(await find()).toBeUndefined();
  });

  test('a slip of the finger finds it; another number does not', async () => {
    await keep({ question: 'como funciona a garantia estendida de 12 meses', answer: 'Assim.' });
    expect(await find('como funciona a garantia extendida de 12 meses')).toBe('Assim.');
    expect(await find('como funciona a garantia estendida de 24 meses')).toBeUndefined();
  });

  test('kept twice at once it is one; what is personal or has no source is not kept', async () => {
    expect(await Promise.all([keep(), keep({ answer: 'Outra.' }), keep()])).toEqual([true, true, true]);
    expect(await keep({ question: 'qual o prazo do meu pedido' })).toBe(false);
    expect(await keep({ question: 'preço?' })).toBe(false);
    expect(await keep({ passageIds: [] })).toBe(false);
    expect(await keep({ usedTools: true })).toBe(false);
    const rows = await within((tx) => tx.rows(sql('test/cached', 'select id from answer_cache'), []));
    expect(rows).toHaveLength(1);
  });

  test('hits and misses are counted, also forty at once', async () => {
    await keep();
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => find(i % 4 === 0 ? 'onde fica a loja de vocês no centro' : undefined)),
    );
    const [day] = await within((tx) =>
      tx.rows(sql('test/cache-day', 'select day, cache_hits, cache_misses from bot_days where cache_hits > 0'), []),
    );
    expect(day).toMatchObject({ cache_hits: 30, cache_misses: 10 });
  });

  test('switched off, nothing is kept and nothing found', async () => {
    await keep();
    await within((tx) => updateBot(tx, ctx, { settings: { cache: { on: false } } }));
    expect(await keep()).toBe(false);
    expect(await find()).toBeUndefined();
  });
});
