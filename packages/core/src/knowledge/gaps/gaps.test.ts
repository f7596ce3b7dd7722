import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx, testWorkspace } from '@balcao/testkit';
import { beforeEach, expect, test } from 'vitest';
import {
  ANSWER_AT,
  approveAnswer,
  dismissGap,
  draftAnswer,
  listGaps,
  noteUnanswered,
  publishArticle,
  retrieve,
  saveArticle,
} from '../index.ts';

const base = await testCtx();
let ctx: WorkspaceCtx;
beforeEach(async () => {
  ctx = await testWorkspace(base);
});

const within = <T>(work: Parameters<typeof withWorkspace<T>>[1], at = ctx) => withWorkspace(at, work);
const note = (question: string, messageId = base.ids.uuid(), at = ctx) =>
  within((tx) => noteUnanswered(at, tx, { conversationId: base.ids.uuid(), messageId, question }), at);
const groups = (state: 'open' | 'drafted' | 'answered' | 'dismissed' = 'open', at = ctx) =>
  within((tx) => listGaps(tx, at, { state, limit: 50 }), at);
async function oneGroup() {
  const [group] = await groups();
  return group as NonNullable<typeof group>;
}

test('those who ask the same stand together, the most asked first, each message once', async () => {
  const message = base.ids.uuid();
  for (const question of [
    'vcs alugam salão de festa?',
    'oi, aluga salao de festas',
    'VOCÊS ALUGAM SALAO DE FESTA???',
    'alugan o salão de festa',
  ])
    await note(question);
  await note('tem tomada pra carregar notebook', message);
  await note('tem tomada pra carregar notebook', message);
  await note('oi, tudo bem?');
  expect((await groups()).map(({ question, asked }) => [question, asked])).toEqual([
    ['vcs alugam salão de festa?', 4],
    ['tem tomada pra carregar notebook', 1],
  ]);
  expect((await oneGroup()).examples[0]?.question).toBe('alugan o salão de festa');
});

test('two at once make one group, and another company sees none of it', async () => {
  await Promise.all(Array.from({ length: 8 }, () => note('fazem entrega de helicóptero?')));
  expect(await groups()).toMatchObject([{ asked: 8 }]);
  expect(await groups('open', await testWorkspace(base))).toEqual([]);
});

test('who asked is not kept in what was asked, nor in the ledger', async () => {
  await note(
    'meu cpf 529.982.247-25 e email ana@x.com.br dá direito a desconto de aposentado? fone 11 98765-4321 http://x.y/z',
  );
  const { question } = await oneGroup();
  expect(question).not.toMatch(/\d{3}|@|http/);
  expect(question).toContain('desconto de aposentado');
  const { rows } = await base.db.login.query('select data::text as d from ledger where workspace_id = $1', [
    ctx.workspaceId,
  ]);
  expect(JSON.stringify(rows)).not.toContain('aposentado');
});

test('a draft answers nobody; approved it answers whoever asks as customers did', async () => {
  await note('vocês alugam salão?');
  await note('aluga o salao?');
  const { id } = await oneGroup();
  const { article } = await within((tx) => draftAnswer(tx, ctx, { groupId: id, answer: 'Não temos salão.' }));
  expect(article).toMatchObject({ kind: 'faq', state: 'draft', questions: ['vocês alugam salão?', 'aluga o salao?'] });
  const changed = await within((tx) => draftAnswer(tx, ctx, { groupId: id, answer: 'Ainda não temos salão.' }));
  expect(changed.article).toMatchObject({ id: article.id, version: 2 });
  expect(await within((tx) => retrieve(ctx, tx, 'alugam salão', { limit: 1 }))).toEqual([]);
  await within((tx) => approveAnswer(tx, ctx, { groupId: id }));
  const [found] = await within((tx) => retrieve(ctx, tx, 'vcs aluga salao', { limit: 1 }));
  expect(found).toMatchObject({ answer: 'Ainda não temos salão.' });
  expect(found?.score).toBeGreaterThan(ANSWER_AT);
  expect(await groups('answered')).toMatchObject([{ id, articleId: article.id }]);
  await expect(within((tx) => approveAnswer(tx, ctx, { groupId: id }))).rejects.toMatchObject({ code: 'wrong_status' });
  // Not well enough: asked in vain again it is a new one.
  await note('vocês alugam salão?');
  expect(await groups()).toHaveLength(1);
});

test('its questions may go into a FAQ that answers them, and an answer may be written while approving', async () => {
  const faq = await within((tx) =>
    saveArticle(tx, ctx, { kind: 'faq', questions: ['Tem estacionamento?'], body: 'Sim, grátis.' }),
  );
  await within((tx) => publishArticle(tx, ctx, faq.id));
  await note('onde deixo a moto');
  const { id } = await oneGroup();
  await expect(within((tx) => approveAnswer(tx, ctx, { groupId: id }))).rejects.toMatchObject({
    code: 'invalid_input',
  });
  const { article } = await within((tx) => approveAnswer(tx, ctx, { groupId: id, intoArticleId: faq.id }));
  expect(article).toMatchObject({
    id: faq.id,
    questions: ['Tem estacionamento?', 'onde deixo a moto'],
    body: 'Sim, grátis.',
    liveVersion: 2,
  });
  expect((await within((tx) => retrieve(ctx, tx, 'onde eu deixo minha moto?', { limit: 1 })))[0]?.articleId).toBe(
    faq.id,
  );
});

test('dismissed it is counted where it lies and does not come back', async () => {
  await note('vcs vendem pneu');
  const { id } = await oneGroup();
  expect(await within((tx) => dismissGap(tx, ctx, id))).toBe(true);
  expect(await within((tx) => dismissGap(tx, ctx, id))).toBe(false);
  await note('voces vendem pneus?');
  expect(await groups()).toEqual([]);
  expect(await groups('dismissed')).toMatchObject([{ asked: 2 }]);
});
