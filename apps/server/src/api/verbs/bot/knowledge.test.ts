import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type OperationName, type Operations, type OutputOf, operations } from '@balcao/contract';
import { createApiKey } from '@balcao/core/access';
import { noteUnanswered, readSource } from '@balcao/core/knowledge';
import { openStorage } from '@balcao/core/media';
import { inWorkspace, withWorkspace } from '@balcao/db';
import { createHttpClient } from '@balcao/kernel';
import { testCtx, testWorkspace } from '@balcao/testkit';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiRoutes } from '../../index.ts';

const website = createServer((request, response) => {
  const found = request.url === '/perguntas';
  response.writeHead(found ? 200 : 404, { 'content-type': 'text/html' });
  response.end(
    found ? '<title>Perguntas</title><h1>Troca</h1><p>Trocamos a sua cafeteira em até 45 dias corridos.</p>' : '',
  );
});
await new Promise<void>((resolve) => website.listen(0, '127.0.0.1', resolve));
const { port } = website.address() as AddressInfo;
const http = createHttpClient({
  allowedPrivate: ['127.0.0.1'],
  allowedPorts: [port],
  resolve: (_name, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
});
const ctx = await testCtx({ http });
const storage = await openStorage(ctx);
const app = Fastify();
afterAll(async () => {
  await app.close();
  await http.close();
  website.close();
});
let url: string;
let ours: Shop;
let theirs: Shop;
let reader: Shop;

interface Shop {
  readonly workspaceId: string;
  readonly key: string;
}

async function newShop(workspaceId?: string, ...scopes: ('bot:read' | 'knowledge:write')[]): Promise<Shop> {
  const inside = workspaceId === undefined ? await testWorkspace(ctx) : inWorkspace(ctx, workspaceId);
  const { key } = await withWorkspace(inside, (tx) => createApiKey(tx, inside, { name: 'test', scopes }));
  return { workspaceId: inside.workspaceId, key };
}

beforeAll(async () => {
  apiRoutes(app, ctx, { channel: () => undefined, offer: () => undefined, storage, checkAnswers: true });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
  ours = await newShop(undefined, 'bot:read', 'knowledge:write');
  theirs = await newShop(undefined, 'bot:read', 'knowledge:write');
  reader = await newShop(ours.workspaceId, 'bot:read');
});

type Answer<N extends OperationName> = OutputOf<Operations[N]> & { readonly status: number; readonly code?: string };

async function call<N extends OperationName>(
  name: N,
  input: Record<string, unknown> = {},
  shop = ours,
): Promise<Answer<N>> {
  const read = operations[name].kind === 'read';
  const query = read ? `?${new URLSearchParams(input as Record<string, string>)}` : '';
  const headers = { authorization: `Bearer ${shop.key}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/v1/${name}${query}`, {
    headers,
    ...(read ? {} : { method: 'POST', body: JSON.stringify(input) }),
  });
  return { ...((await response.json()) as OutputOf<Operations[N]>), status: response.status };
}

async function send(bytes: Buffer | string, fileName: string): Promise<Answer<'knowledge.import-document'>> {
  const response = await fetch(`${url}/api/v1/knowledge.import-document?${new URLSearchParams({ fileName })}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ours.key}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(Buffer.from(bytes)),
  });
  return { ...((await response.json()) as OutputOf<Operations['knowledge.import-document']>), status: response.status };
}

/** The jobs that wait, as the worker would do them. */
async function readAll(): Promise<void> {
  const { rows } = await ctx.db.login.query(`delete from jobs where name = 'knowledge.read' returning payload`);
  const attempt = { signal: new AbortController().signal, lastAttempt: true };
  for (const { payload } of rows) await readSource(ctx, storage, payload, attempt);
}

test('a FAQ is written, published, found, changed and put away', async () => {
  const faq = { kind: 'faq', questions: ['Tem garantia?', 'Qual o prazo de garantia?'], body: 'Sim, de um ano.' };
  const made = await call('knowledge.save', { ...faq, publish: true });
  expect(made).toMatchObject({ status: 200, article: { title: 'Tem garantia?', state: 'published', liveVersion: 1 } });
  const { id: articleId } = made.article;
  const found = await call('knowledge.search', { question: 'quanto tempo de garantia tem??', limit: 1 }, reader);
  expect(found).toMatchObject({ answerAt: 0.5, passages: [{ articleId, answer: 'Sim, de um ano.' }] });
  expect(await call('knowledge.save', { ...faq, articleId, body: 'De dois anos.', ifVersion: 1 })).toMatchObject({
    article: { version: 2, liveVersion: 1 },
  });
  expect(await call('knowledge.save', { ...faq, articleId, body: 'De três.', ifVersion: 1 })).toMatchObject({
    status: 409,
    code: 'conflict',
  });
  expect(await call('knowledge.publish', { articleId })).toMatchObject({ article: { liveVersion: 2 } });
  expect(await call('knowledge.list', { kind: 'faq', q: 'garantía' }, reader)).toMatchObject({
    articles: [{ id: articleId, questions: 2, excerpt: 'De dois anos.' }],
  });
  expect(
    (await call('knowledge.versions', { articleId })).versions.map(({ version, live }) => [version, live]),
  ).toEqual([
    [2, true],
    [1, false],
  ]);
  expect(await call('knowledge.restore', { articleId, version: 1 })).toMatchObject({
    article: { version: 3, body: 'Sim, de um ano.' },
  });
  expect(await call('knowledge.status', {}, reader)).toMatchObject({ articles: 1, chunks: 1, embedding: null });
  expect(await call('knowledge.archive', { articleId })).toMatchObject({ article: { state: 'archived' } });
  expect(await call('knowledge.search', { question: 'garantia', limit: 1 })).toMatchObject({ passages: [] });
  expect(await call('knowledge.get', { articleId }, theirs)).toMatchObject({ status: 404 });
  expect(await call('knowledge.publish', { articleId }, theirs)).toMatchObject({ status: 404 });
  expect(await call('knowledge.save', faq, reader)).toMatchObject({ status: 403 });
});

test('a document and a page are sent, read in the background, and told of in words', async () => {
  const text = '# Frete\n\nO frete para o Acre custa R$ 88 e leva 15 dias.';
  const sent = await send(text, 'frete.md');
  expect(sent).toMatchObject({ status: 200, source: { state: 'waiting', kind: 'document', name: 'frete.md' } });
  const pages = ['perguntas', 'nada'].map((path) => `http://loja.example:${port}/${path}`);
  expect(await call('knowledge.add-pages', { urls: pages })).toMatchObject({
    status: 200,
    sources: [{ state: 'waiting' }, { state: 'waiting' }],
  });
  await readAll();
  const { sources } = await call('knowledge.sources', {}, reader);
  const told = sources.map(({ name, state, problem, problemCode }) => ({ name, state, problem, problemCode }));
  expect(told.sort((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: 'frete.md', state: 'ready', problem: null, problemCode: null },
    { name: pages[1], state: 'failed', problem: expect.stringContaining('não existe'), problemCode: 'page_missing' },
    { name: 'Perguntas', state: 'ready', problem: null, problemCode: null },
  ]);
  expect(await call('knowledge.search', { question: 'quanto é o frete pro acre', limit: 1 })).toMatchObject({
    passages: [{ kind: 'document', title: 'Frete' }],
  });
  expect(await call('knowledge.search', { question: 'em quantos dias trocam cafeteira', limit: 1 })).toMatchObject({
    passages: [{ kind: 'page', url: pages[0] }],
  });
  expect(await call('knowledge.reread', { sourceId: sent.source.id })).toMatchObject({ source: { state: 'waiting' } });
  expect(await call('knowledge.remove-source', { sourceId: sent.source.id })).toMatchObject({ changed: true });
  expect(await call('knowledge.reread', { sourceId: sent.source.id })).toMatchObject({ status: 404 });
  expect(await call('knowledge.sources', {}, theirs)).toMatchObject({ sources: [] });
  expect(await send(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'foto.png')).toMatchObject({
    status: 422,
    code: 'wrong_file',
  });
  expect(await send('', 'vazio.txt')).toMatchObject({ status: 400 });
  expect(await send(Buffer.alloc(21 * 1024 * 1024, 'a'), 'grande.txt')).toMatchObject({ status: 413 });
  expect(await call('knowledge.add-pages', { urls: ['javascript:alert(1)'] })).toMatchObject({ status: 400 });
});

test('a question that nothing answered becomes a FAQ', async () => {
  const inside = inWorkspace(ctx, ours.workspaceId);
  for (const question of ['vcs alugam brinquedo?', 'aluga brinquedo pra festa']) {
    const asked = { conversationId: ctx.ids.uuid(), messageId: ctx.ids.uuid(), question };
    await withWorkspace(inside, (tx) => noteUnanswered(inside, tx, asked));
  }
  const { groups } = await call('questions.list', {}, reader);
  expect(groups.length).toBeGreaterThan(0);
  const groupId = groups[0]?.id ?? '';
  expect(await call('questions.approve', { groupId })).toMatchObject({ status: 400 });
  expect(await call('questions.draft', { groupId, answer: 'Sim!' })).toMatchObject({
    group: { state: 'drafted' },
    article: { state: 'draft' },
  });
  expect(await call('questions.approve', { groupId })).toMatchObject({
    group: { state: 'answered' },
    article: { state: 'published' },
  });
  expect(await call('knowledge.search', { question: 'voces alugam brinquedos', limit: 1 })).toMatchObject({
    passages: [{ answer: 'Sim!' }],
  });
  expect(await call('questions.approve', { groupId })).toMatchObject({ status: 409, code: 'wrong_status' });
  expect(await call('questions.dismiss', { groupId }, theirs)).toMatchObject({ status: 404 });
  expect(await call('questions.dismiss', { groupId }, reader)).toMatchObject({ status: 403 });
});
