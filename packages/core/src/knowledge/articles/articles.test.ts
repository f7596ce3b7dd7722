import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx, testWorkspace } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { publishArticle, retrieve, saveArticle } from '../index.ts';

const base = await testCtx();
let ctx: WorkspaceCtx;
let other: WorkspaceCtx;
beforeAll(async () => {
  ctx = await testWorkspace(base);
  other = await testWorkspace(base);
});
const within = <T>(work: Parameters<typeof withWorkspace<T>>[1], at = ctx) => withWorkspace(at, work);

test('a published FAQ is found by a careless question, and by no other company', async () => {
  const { id } = await within((tx) =>
    saveArticle(tx, ctx, {
      kind: 'faq',
      questions: ['Qual o horário de funcionamento?', 'Que horas vocês abrem?'],
      body: 'De segunda a sábado, das 9h às 18h.',
    }),
  );
  expect(await within((tx) => retrieve(ctx, tx, 'qual o horario', { limit: 3 }))).toEqual([]);
  await within((tx) => publishArticle(tx, ctx, id));
  for (const question of ['q oras abre??', 'orario de funcionamneto', 'Qual o HORARIO de vcs?']) {
    const found = await within((tx) => retrieve(ctx, tx, question, { limit: 3 }));
    expect(found[0], question).toMatchObject({
      articleId: id,
      kind: 'faq',
      answer: 'De segunda a sábado, das 9h às 18h.',
    });
    console.log(question, found[0]?.score);
  }
  expect(await within((tx) => retrieve(other, tx, 'qual o horario', { limit: 3 }), other)).toEqual([]);
});
