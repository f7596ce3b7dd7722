import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx, testWorkspace } from '@balcao/testkit';
import { beforeEach, expect, test } from 'vitest';
import {
  ANSWER_AT,
  type ArticleToSave,
  archiveArticle,
  getArticle,
  knowledgeState,
  knowledgeVersion,
  listArticles,
  listVersions,
  publishArticle,
  restoreVersion,
  retrieve,
  saveArticle,
} from '../index.ts';

const base = await testCtx();
let ctx: WorkspaceCtx;
beforeEach(async () => {
  ctx = await testWorkspace(base);
});
const within = <T>(work: Parameters<typeof withWorkspace<T>>[1], at = ctx) => withWorkspace(at, work);
const save = (input: Partial<ArticleToSave> = {}, at = ctx) =>
  within(
    (tx) =>
      saveArticle(tx, at, {
        kind: 'faq',
        questions: ['Qual o horário de funcionamento?', 'Que horas abrem?'],
        body: 'Das 9h às 18h.',
        ...input,
      }),
    at,
  );
const publish = (id: string) => within((tx) => publishArticle(tx, ctx, id));
const find = async (question: string, at = ctx) =>
  (await within((tx) => retrieve(at, tx, question, { limit: 3 }), at))[0];
const state = () => within((tx) => knowledgeState(tx, ctx));
const words = async () =>
  (
    await base.db.login.query('select word, chunks from knowledge_words where workspace_id = $1 order by word', [
      ctx.workspaceId,
    ])
  ).rows;

test('a FAQ is answered from once it is published, by careless questions, and in no other company', async () => {
  const { id } = await save();
  expect(await find('qual o horario')).toBeUndefined();
  await publish(id);
  for (const question of ['q oras abre??', 'orario de funcionamneto', 'Qual o HORARIO de vcs?', 'horáriosss']) {
    const found = await find(question);
    expect(found, question).toMatchObject({ articleId: id, kind: 'faq', answer: 'Das 9h às 18h.' });
    expect(found?.score, question).toBeGreaterThan(ANSWER_AT);
  }
  for (const question of [
    '',
    '???',
    'oi tudo bem',
    '👍',
    'quero comprar um trator usado',
    "' or 1=1 --",
    'a'.repeat(5_000),
    '\u0000 \ud800',
  ])
    expect((await find(question))?.score ?? 0, question).toBeLessThan(ANSWER_AT);
  expect(await find('qual o horario', await testWorkspace(base))).toBeUndefined();
});

test('customers are answered from what is published while the next version is written', async () => {
  const { id } = await save();
  await publish(id);
  const before = await within((tx) => knowledgeVersion(ctx, tx));
  expect(await save({ id, body: 'Das 8h às 20h.' })).toMatchObject({ version: 2, liveVersion: 1, state: 'published' });
  expect(await find('horario')).toMatchObject({ answer: 'Das 9h às 18h.' });
  expect(await within((tx) => knowledgeVersion(ctx, tx))).toBe(before);
  await publish(id);
  expect(await find('horario')).toMatchObject({ answer: 'Das 8h às 20h.' });
  expect(await within((tx) => knowledgeVersion(ctx, tx))).not.toBe(before);
  expect(await state()).toMatchObject({ articles: 1, chunks: 1 });
});

test('the same again changes nothing; somebody else’s newer version is not written over', async () => {
  const { id } = await save();
  expect(await save({ id })).toMatchObject({ version: 1 });
  await save({ id, body: 'De outra pessoa.', ifVersion: 1 });
  await expect(save({ id, body: 'Minha.', ifVersion: 1 })).rejects.toMatchObject({
    code: 'conflict',
    data: { version: 2 },
  });
  await expect(save({ id, kind: 'article', title: 'x' })).rejects.toMatchObject({ code: 'wrong_status' });
});

test('an older version becomes the newest again, and all of them can be read', async () => {
  const { id } = await save();
  await save({ id, body: 'Segunda.' });
  await publish(id);
  expect(await within((tx) => restoreVersion(tx, ctx, id, 1))).toMatchObject({
    version: 3,
    body: 'Das 9h às 18h.',
    liveVersion: 2,
  });
  const { versions } = await within((tx) => listVersions(tx, ctx, { articleId: id, limit: 2 }));
  expect(versions.map(({ version, body }) => [version, body])).toEqual([
    [3, 'Das 9h às 18h.'],
    [2, 'Segunda.'],
  ]);
  await expect(within((tx) => restoreVersion(tx, ctx, id, 9))).rejects.toMatchObject({ code: 'not_found' });
});

test('archived it is answered from no more, and the vocabulary forgets it; published again it is back', async () => {
  const { id } = await save();
  const other = await save({ questions: ['Tem wi-fi no horário de almoço?'], body: 'Sim.' });
  await publish(other.id);
  const before = await words();
  await publish(id);
  await within((tx) => archiveArticle(tx, ctx, id));
  expect(await words()).toEqual(before);
  expect((await find('que horas abre'))?.articleId).not.toBe(id);
  expect(await within((tx) => archiveArticle(tx, ctx, id))).toMatchObject({ state: 'archived', liveVersion: null });
  await publish(id);
  expect(await find('que horas abre')).toMatchObject({ articleId: id });
  expect(await state()).toMatchObject({ articles: 2, chunks: 2 });
});

test('many publish at once, the same and others, and every count is right', async () => {
  const ids = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => (await save({ questions: [`Vende produto ${'abcdef'[n]}xis?`] })).id),
  );
  await Promise.all([...ids, ...ids].map(publish));
  await Promise.all([publish(ids[0] ?? ''), within((tx) => archiveArticle(tx, ctx, ids[1] ?? ''))]);
  expect(await state()).toMatchObject({ articles: 5, chunks: 5 });
  expect((await words()).find(({ word }) => word === 'produto')).toEqual({ word: 'produto', chunks: 5 });
});

test('an article is cut by its headings, and each piece is found with them', async () => {
  const body = `# Entregas\n## Prazo\n${'Entregamos em até três dias úteis. '.repeat(60)}\n## Custo\nO frete para a capital custa R$ 12.\n\n\`\`\`\n# isto não é título\n\`\`\``;
  const { id } = await save({ kind: 'article', title: 'Manual do cliente', questions: [], body });
  await publish(id);
  expect((await state()).chunks).toBe(3);
  expect(await find('quanto custa o frete pra capital')).toMatchObject({
    text: expect.stringMatching(/^Entregas › Custo\nO frete/),
    answer: null,
  });
});

test.each<[string, Partial<ArticleToSave>, string]>([
  ['a FAQ without a question', { questions: [' ', '?!'] }, 'questions'],
  ['an empty answer', { body: ' \u0000 ' }, 'body'],
  ['an answer that no message takes', { body: 'a'.repeat(4_001) }, 'body'],
  ['an article without a title', { kind: 'article', questions: [] }, 'title'],
  ['too many ways of asking', { questions: Array.from({ length: 31 }, (_, n) => `pergunta ${n}`) }, 'questions'],
])('%s is refused by its field', async (_, input, path) => {
  await expect(save(input)).rejects.toMatchObject({ code: 'invalid_input', data: { issues: [{ path }] } });
});

test('the list is found by parts of questions without accents, page by page, and shows no other company’s', async () => {
  for (const n of [1, 2, 3]) await save({ questions: [`Promoção número ${n}?`] });
  await save();
  const list = (more: object, at = ctx) => within((tx) => listArticles(tx, at, { limit: 2, ...more }), at);
  const first = await list({ q: 'promocao' });
  const second = await list({ q: 'promocao', before: first.at(-1)?.id });
  expect([...first, ...second].map(({ title }) => title)).toEqual([
    'Promoção número 3?',
    'Promoção número 2?',
    'Promoção número 1?',
  ]);
  expect(await list({ state: 'published' })).toEqual([]);
  const other = await testWorkspace(base);
  expect(await list({}, other)).toEqual([]);
  await expect(within((tx) => getArticle(tx, other, first[0]?.id ?? ''), other)).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(within((tx) => publishArticle(tx, other, first[0]?.id ?? ''), other)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('the ledger tells ids and kinds, never texts', async () => {
  const { id } = await save({ body: 'Segredo do forno.' });
  await publish(id);
  await within((tx) => archiveArticle(tx, ctx, id));
  const { rows } = await base.db.login.query(
    `select type, data from ledger where workspace_id = $1 and type like 'article.%' order by id`,
    [ctx.workspaceId],
  );
  expect(rows.map(({ type }) => type)).toEqual(['article.saved', 'article.published', 'article.archived']);
  expect(JSON.stringify(rows)).not.toMatch(/forno|hor[aá]rio/i);
});
