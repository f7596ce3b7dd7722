import { type EmbedRequest, ModelError, type ModelSpec, type Models } from '@balcao/ai/port';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx, testWorkspace } from '@balcao/testkit';
import { beforeEach, expect, test } from 'vitest';
import { removeModel, saveModel } from '../../governance/index.ts';
import { embedChunks, embeddingState, knowledgeVersion, publishArticle, retrieve, saveArticle } from '../index.ts';
import { bakery } from '../testing/bakery.ts';
import { publishAll } from '../testing/publish-all.ts';
import { fold } from '../words/fold.ts';

const base = await testCtx();
let ctx: WorkspaceCtx;
let keys: Map<string, string>;
beforeEach(async () => {
  ctx = await testWorkspace(base);
  keys = await publishAll(ctx, bakery);
});
const within = <T>(work: Parameters<typeof withWorkspace<T>>[1], at = ctx) => withWorkspace(at, work);
const never = new AbortController().signal;

/** What a model knows and lists of words do not. */
const meanings = [
  'automovel carro estacionamento vagas',
  'bicho cachorro bichinho',
  'madrugar cedo abrem',
  'quitute salgados coxinhas',
];
const SIZE = 64;
function vectorOf(text: string): number[] {
  const vector = Array.from({ length: SIZE }, () => 0.02);
  for (const word of fold(text).match(/\p{L}+/gu) ?? []) {
    const meaning = meanings.findIndex((line) => line.split(' ').includes(word));
    let hash = 7;
    for (const letter of word) hash = (hash * 31 + letter.charCodeAt(0)) % 60;
    if (meaning >= 0) vector[meaning] = 3;
    else vector[4 + (hash % 60)] = (vector[4 + (hash % 60)] ?? 0) + 0.15;
  }
  return vector;
}

function fakeModels(change: { vectors?: (texts: readonly string[]) => number[][]; fail?: boolean } = {}) {
  const seen: EmbedRequest[] = [];
  const embed: Models['embed'] = async ({ models }, request) => {
    if (change.fail === true) throw new ModelError('unreachable', 'nobody there');
    seen.push(request);
    const { id, model } = models[0] as ModelSpec; // one is configured
    const vectors = change.vectors?.(request.texts) ?? request.texts.map(vectorOf);
    return { vectors, usage: { tokensIn: 10, tokensOut: 0, estimated: false }, modelId: id, model, tried: [], ms: 1 };
  };
  return { seen, models: { embed } as unknown as Models };
}

const plain = { baseUrl: null, perMinute: null, perDay: null, tokensPerMinute: null, concurrency: 2, timeoutMs: 5_000 };
const configure = (model: string) =>
  within((tx) =>
    saveModel(tx, ctx, { ...plain, name: model, vendor: 'ollama', purpose: 'embed', model, enabled: true }),
  );
const state = async () => await within((tx) => embeddingState(tx, ctx, keys.size));
const byMeaning = async (question: string, model: string, at = ctx) => {
  const embedding = { model, vector: vectorOf(question) };
  return (await within((tx) => retrieve(at, tx, question, { limit: 3, embedding }), at)).map((one) =>
    keys.get(one.articleId),
  );
};

test('chunks get vectors in the background, in parts; what is meant is found without the same words', async () => {
  const { models, seen } = fakeModels();
  await embedChunks(base, models, ctx.workspaceId, never);
  expect(await state()).toBeNull();
  await configure('nomic');
  const version = await within((tx) => knowledgeVersion(ctx, tx));
  await embedChunks(base, models, ctx.workspaceId, never);
  const done = await state();
  expect(done).toMatchObject({ model: 'nomic', done: done?.done });
  expect(done?.done).toBeGreaterThan(50);
  expect(seen.length).toBeGreaterThan(1);
  expect(await within((tx) => knowledgeVersion(ctx, tx))).toBe(version);
  expect((await byMeaning('vou de automovel', 'nomic'))[0]).toBe('estacionamento');
  expect(await within((tx) => retrieve(ctx, tx, 'vou de automovel', { limit: 3 }))).toEqual([]);
  const asked = seen.length;
  await embedChunks(base, models, ctx.workspaceId, never);
  expect(seen.length).toBe(asked);
});

test('vectors follow what is published, and another model makes them anew', async () => {
  const { models, seen } = fakeModels();
  const { id } = await configure('nomic');
  await embedChunks(base, models, ctx.workspaceId, never);
  const saved = await within(async (tx) => {
    const made = await saveArticle(tx, ctx, {
      kind: 'faq',
      questions: ['Fazem quitute?'],
      body: 'Sim, sob encomenda.',
    });
    return await publishArticle(tx, ctx, made.id);
  });
  keys.set(saved.id, 'quitute');
  const jobs = await base.db.login.query(
    `select count(*)::int as n from jobs where name = 'knowledge.embed' and workspace_id = $1`,
    [ctx.workspaceId],
  );
  expect(jobs.rows[0].n).toBe(1);
  expect(await byMeaning('coxinhas', 'nomic')).not.toContain('quitute');
  await embedChunks(base, models, ctx.workspaceId, never);
  expect(seen.at(-1)?.texts).toEqual(['Fazem quitute?\nSim, sob encomenda.']);
  expect(await byMeaning('coxinhas', 'nomic')).toContain('quitute');
  await within((tx) => removeModel(tx, ctx, id));
  await configure('gemma');
  await embedChunks(base, models, ctx.workspaceId, never);
  expect(await state()).toMatchObject({ model: 'gemma', done: (await state())?.done });
  expect(await byMeaning('vou de automovel', 'nomic')).toEqual([]);
  expect((await byMeaning('vou de automovel', 'gemma'))[0]).toBe('estacionamento');
});

test('a model that fails or talks nonsense is tried again, and words find without it meanwhile', async () => {
  await configure('nomic');
  await expect(embedChunks(base, fakeModels({ fail: true }).models, ctx.workspaceId, never)).rejects.toMatchObject({
    failure: 'unreachable',
  });
  for (const vectors of [
    () => [],
    (texts: readonly string[]) => texts.map(() => [Number.NaN]),
    (texts: readonly string[]) => texts.map(() => [0, 0]),
  ])
    await expect(embedChunks(base, fakeModels({ vectors }).models, ctx.workspaceId, never)).rejects.toMatchObject({
      failure: 'garbage',
    });
  expect((await byMeaning('aceita pix', 'nomic'))[0]).toBe('pagamento');
  const nonsense = { model: 'nomic', vector: [Number.NaN, 1] };
  expect(await within((tx) => retrieve(ctx, tx, 'aceita pix', { limit: 1, embedding: nonsense }))).toHaveLength(1);
});

test('another company finds nothing of it by any vector', async () => {
  await configure('nomic');
  await embedChunks(base, fakeModels().models, ctx.workspaceId, never);
  expect(await byMeaning('vou de automovel', 'nomic', await testWorkspace(base))).toEqual([]);
});
