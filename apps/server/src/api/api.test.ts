import { Readable } from 'node:stream';
import { type OperationName, operationNames, operations, type Scope, scopeNames } from '@balcao/contract';
import { createApiKey } from '@balcao/core/access';
import { identify } from '@balcao/core/contacts';
import { openOrResume } from '@balcao/core/conversations';
import { openStorage, storeUpload } from '@balcao/core/media';
import type { QueuedReply } from '@balcao/core/messages';
import { createChannel, createWorkspace } from '@balcao/core/workspaces';
import { type DbCtx, inWorkspace, sql, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { testCtx } from '@balcao/testkit';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiParts, apiRoutes, openApiDocument } from './index.ts';

let ctx: DbCtx;
let shop: Shop;
let url: string;
const offered: QueuedReply[] = [];
const closing: (() => Promise<unknown>)[] = [];

interface Shop {
  readonly inside: WorkspaceCtx;
  readonly channelId: string;
  readonly key: string;
}

async function newShop(scopes: readonly Scope[] = scopeNames): Promise<Shop> {
  const { id } = await createWorkspace(ctx, { name: 'Loja', slug: `loja-${ctx.ids.uuid().slice(-12)}` });
  const inside = inWorkspace(ctx, id);
  return await withWorkspace(inside, async (tx) => {
    const secrets = { appSecret: 's', accessToken: 't', verifyToken: 'v' };
    const phoneNumberId = String(Math.floor(ctx.random() * 1e15));
    const channel = await createChannel(tx, inside, { phoneNumberId, wabaId: '1', ...secrets });
    const { key } = await createApiKey(tx, inside, { name: 'test', scopes });
    return { inside, channelId: channel.id, key };
  });
}

async function talk({ inside, channelId }: Shop, waId: string): Promise<{ conversationId: string; contactId: string }> {
  return await withWorkspace(inside, async (tx) => {
    const [person] = (await identify(tx, inside, [{ waId }])).people;
    const contactId = person?.contactId ?? '';
    const found = await openOrResume(inside, tx, channelId, [{ contactId, waId }]);
    const conversationId = found.get(contactId) ?? '';
    await tx.run(openWindow, [conversationId, new Date(Date.now() + 3_600_000)]);
    return { conversationId, contactId };
  });
}

const openWindow = sql('test/open-window', 'update conversations set window_until = $2 where id = $1');

const partsOf = (shops: () => readonly Shop[]): ApiParts => ({
  channel: (channelId) => {
    const owner = shops().find((one) => one.channelId === channelId);
    const checkContent = (content: { kind: string; text?: string }) => {
      if ((content.text?.length ?? 0) > 4096) throw new Fault('over_limit', 'a text has at most 4096 characters');
    };
    return owner && { workspaceId: owner.inside.workspaceId, perPair: true, adapter: { checkContent } };
  },
  offer: (items) => offered.push(...items),
  checkAnswers: true,
});

async function serve(parts: ApiParts): Promise<string> {
  const app = Fastify();
  apiRoutes(app, ctx, parts);
  closing.push(() => app.close());
  return await app.listen({ port: 0, host: '127.0.0.1' });
}

beforeAll(async () => {
  ctx = await testCtx();
  shop = await newShop();
  url = await serve(partsOf(() => [shop]));
});
afterAll(() => Promise.all(closing.map((close) => close())));

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

async function ask(name: string, input: unknown = {}, headers: Record<string, string> = {}, at = url): Promise<Answer> {
  const authorization = `Bearer ${shop.key}`;
  const read = operations[name as OperationName]?.kind === 'read';
  const query = read ? `?${new URLSearchParams(input as Record<string, string>)}` : '';
  const response = await fetch(`${at}/api/v1/${name}${query}`, {
    method: read ? 'GET' : 'POST',
    headers: { authorization, ...(read ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(read ? {} : { body: typeof input === 'string' ? input : JSON.stringify(input) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

test('the workspace and its channels are shown without secrets', async () => {
  expect((await ask('workspaces.get')).body).toMatchObject({ id: shop.inside.workspaceId, name: 'Loja' });
  const { body } = await ask('channels.list');
  expect(body).toMatchObject({ channels: [{ id: shop.channelId, state: 'active' }] });
  expect(JSON.stringify(body)).not.toMatch(/secret|token/i);
});

test('a channel is stopped and resumed', async () => {
  const input = { channelId: shop.channelId, reason: 'holiday' };
  expect((await ask('channels.stop', input)).body).toEqual({ changed: true });
  expect((await ask('channels.list')).body).toMatchObject({ channels: [{ state: 'stopped', stateReason: 'holiday' }] });
  expect((await ask('channels.resume', input)).body).toEqual({ changed: true });
});

test('a message is queued once, offered after the commit, and listed', async () => {
  const { conversationId, contactId } = await talk(shop, '5511987654321');
  const input = { conversationId, content: { kind: 'text', text: 'Olá!' } };
  const sent = await ask('messages.send', input, { 'idempotency-key': 'once' });
  const again = await ask('messages.send', input, { 'idempotency-key': 'once' });
  expect(sent.status).toBe(200);
  expect(again.body).toEqual(sent.body);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(offered.map((item) => item.id)).toEqual([sent.body['messageId']]);
  for (const by of [{ conversationId }, { contactId }, { phone: '(11) 8765-4321' }]) {
    const { body } = await ask('messages.list', by);
    expect(body).toMatchObject({
      messages: [{ text: 'Olá!', direction: 'out', status: 'queued', origin: 'api' }],
      next: null,
    });
  }
});

test('the same Idempotency-Key with another body is a conflict', async () => {
  const { conversationId } = await talk(shop, '5511987654000');
  const send = (text: string) =>
    ask('messages.send', { conversationId, content: { kind: 'text', text } }, { 'idempotency-key': 'other' });
  expect((await send('a')).status).toBe(200);
  expect(await send('b')).toMatchObject({ status: 409, body: { code: 'conflict' } });
});

test('what a channel cannot send is said before it is queued', async () => {
  const { conversationId } = await talk(shop, '5511987654002');
  const text = 'x'.repeat(4097);
  expect(await ask('messages.send', { conversationId, content: { kind: 'text', text } })).toMatchObject({
    status: 422,
    body: { code: 'over_limit' },
  });
  expect((await ask('messages.list', { conversationId })).body).toMatchObject({ messages: [] });
});

test('outside the 24 hours only a template is taken', async () => {
  const { conversationId } = await talk(shop, '5511987654009');
  const text = { conversationId, content: { kind: 'text', text: 'oi' } };
  const template = { conversationId, content: { kind: 'template', name: 'ola', language: 'pt_BR' } };
  for (const until of [new Date(Date.now() - 1_000), null]) {
    await withWorkspace(shop.inside, (tx) => tx.run(openWindow, [conversationId, until]));
    const refused = await ask('messages.send', text);
    expect(refused).toMatchObject({ status: 422, body: { code: 'window_closed' } });
    expect(JSON.stringify(refused.body)).toContain('24 hours');
  }
  expect((await ask('messages.list', { conversationId })).body).toMatchObject({ messages: [] });
  expect(await ask('messages.send', template)).toMatchObject({ status: 200, body: { status: 'queued' } });
});

test('messages are paged by key, newest first', async () => {
  const { conversationId } = await talk(shop, '5511987654003');
  for (let n = 0; n < 5; n++) await ask('messages.send', { conversationId, content: { kind: 'text', text: `${n}` } });
  const texts: unknown[] = [];
  let before: string | null = null;
  do {
    const { body } = await ask('messages.list', { conversationId, limit: '2', ...(before === null ? {} : { before }) });
    texts.push(...(body['messages'] as { text: string }[]).map((one) => one.text));
    before = body['next'] as string | null;
  } while (before !== null);
  expect(texts).toEqual(['4', '3', '2', '1', '0']);
});

test('contacts are found by phone, merged with their conversations, and parted again', async () => {
  const one = await talk(shop, '5511955550001');
  const two = await talk(shop, '5511955550002');
  await ask('messages.send', { conversationId: two.conversationId, content: { kind: 'text', text: 'de dois' } });
  const merged = await ask('contacts.merge', { from: two.contactId, into: one.contactId });
  expect(merged.body).toMatchObject({ from: two.contactId, into: one.contactId });
  const found = await ask('contacts.find', { phone: '95555-0002' });
  expect(found.body).toMatchObject({ contacts: [{ id: one.contactId, identities: [{}, {}] }] });
  expect((await ask('messages.list', { contactId: one.contactId })).body).toMatchObject({
    messages: [{ text: 'de dois' }],
  });
  const undone = await ask('contacts.undo-merge', { mergeId: merged.body['mergeId'] });
  expect(undone.body).toMatchObject({ restored: two.contactId, from: one.contactId });
  expect((await ask('messages.list', { contactId: one.contactId })).body).toMatchObject({ messages: [] });
  expect((await ask('contacts.get', { id: two.contactId })).body).toMatchObject({
    contact: { id: two.contactId },
    merges: [{ from: two.contactId, into: one.contactId }],
  });
});

test('the ledger is read on from a cursor', async () => {
  await talk(shop, '5511955550009');
  const poll = async () =>
    (await ask('ledger.read', { limit: '1000' })).body['events'] as { type: string; cursor: string }[];
  await expect.poll(async () => (await poll()).map((event) => event.type)).toContain('contact.created');
  const [first, second] = await poll();
  const next = await ask('ledger.read', { after: first?.cursor ?? '', limit: '1' });
  expect(next.body).toMatchObject({ events: [{ cursor: second?.cursor }], cursor: second?.cursor });
});

test('a file is reached by a short-lived link, from its own workspace only', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const media = await storeUpload(shop.inside, await openStorage(ctx), { body: Readable.from([png]) });
  const { body } = await ask('media.link', { mediaId: media.id });
  expect(body['url']).toMatch(/^http:\/\/localhost:3000\/media\/./);
  const minutes = (Date.parse(String(body['expiresAt'])) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(1);
  expect(minutes).toBeLessThan(11);
  const { key } = await newShop();
  const theirs = await ask('media.link', { mediaId: media.id }, { authorization: `Bearer ${key}` });
  expect(theirs).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

test('conversations and dead jobs are listed', async () => {
  expect((await ask('conversations.list')).status).toBe(200);
  expect((await ask('jobs.dead')).body).toEqual({ jobs: [], next: null });
  expect((await ask('jobs.replay', { ids: [ctx.ids.uuid()] })).body).toEqual({ replayed: 0 });
});

test('without a key, with a wrong one, or with one of another scope nothing is told', async () => {
  const wrong = { authorization: `Bearer bk_${'A'.repeat(43)}` };
  expect(await ask('channels.list', {}, { authorization: '' })).toMatchObject({
    status: 401,
    body: { code: 'unauthenticated' },
  });
  expect(await ask('channels.list', {}, wrong)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  const { key } = await newShop(['channels:read']);
  const answer = await ask('messages.list', { phone: '999' }, { authorization: `Bearer ${key}` });
  expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});

test('every operation refuses a key without its scope', async () => {
  const keys = new Map<Scope, string>();
  for (const name of operationNames) {
    const { scope } = operations[name];
    if (scope === 'person' || scope === 'anyone') continue;
    const key = keys.get(scope) ?? (await newShop(scopeNames.filter((one) => one !== scope))).key;
    keys.set(scope, key);
    expect(await ask(name, {}, { authorization: `Bearer ${key}` }), name).toMatchObject({ status: 403 });
  }
});

test('what a person does with their own account, no key does', async () => {
  const { key } = await newShop();
  for (const name of operationNames.filter((one) => operations[one].scope === 'person')) {
    const headers = { authorization: `Bearer ${key}`, 'sec-fetch-site': 'same-origin' };
    expect(await ask(name, {}, headers), name).toMatchObject({ status: 401 });
  }
});

test('ids of another workspace are not found', async () => {
  const theirs = await newShop();
  const { conversationId, contactId } = await talk(theirs, '5511987654321');
  const content = { kind: 'text', text: 'x' };
  expect((await ask('messages.send', { conversationId, content })).status).toBe(404);
  expect((await ask('contacts.get', { id: contactId })).status).toBe(404);
  expect((await ask('messages.list', { conversationId })).body).toMatchObject({ messages: [] });
  expect((await ask('channels.stop', { channelId: theirs.channelId, reason: 'x' })).body).toEqual({ changed: false });
});

test.each([
  ['pt-BR', 'Alguma informação'],
  ['en-GB,en;q=0.9', 'Some information'],
  ['es', 'Falta alguna'],
])('a fault is told in the language %s, with the field', async (language, sentence) => {
  const answer = await ask('contacts.get', { id: 'x' }, { 'accept-language': language });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input', issues: [{ path: 'id' }] } });
  expect(answer.body['title']).toContain(sentence);
});

test.each([
  ['no JSON', '{"a":', {}, 400],
  ['another content type', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
  ['an array', '[]', {}, 400],
  ['an unknown field', '{"mergeId":"x","extra":1}', {}, 400],
  ['a prototype', '{"__proto__":{"a":1}}', {}, 400],
  ['more than 1 MiB', `{"a":"${'x'.repeat(1024 * 1024)}"}`, {}, 413],
  ['a NUL', '{"from":"\\u0000","into":"\\u0000"}', {}, 400],
])('%s in the body is refused, never a 5xx', async (_what, body, headers, status) => {
  expect((await ask('contacts.undo-merge', body, headers)).status).toBe(status);
});

test('a NUL in a text is refused', async () => {
  const { conversationId } = await talk(shop, '5511987654009');
  const answer = await ask('messages.send', { conversationId, content: { kind: 'text', text: 'a\u0000b' } });
  expect(answer.status).toBe(400);
});

test('what is not an operation is not found, and a read is no POST', async () => {
  expect((await ask('nothing.here')).status).toBe(404);
  const response = await fetch(`${url}/api/v1/channels.list`, {
    method: 'POST',
    headers: { authorization: `Bearer ${shop.key}` },
  });
  expect(response.status).toBe(404);
});

test('a key that asks too often is told when to come back', async () => {
  const busy = await serve({ ...partsOf(() => [shop]), perMinute: 3 });
  const answers = [];
  for (let n = 0; n < 4; n++) answers.push(await ask('workspaces.get', {}, {}, busy));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 429]);
  expect(answers.map((answer) => answer.headers.get('ratelimit-remaining'))).toEqual(['2', '1', '0', '0']);
  expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('whoever is not known counts by address, and is told when to come back', async () => {
  const busy = await serve({ ...partsOf(() => [shop]), visitsPerMinute: 3 });
  const nobody = (name: string) => fetch(`${busy}/api/v1/${name}`);
  const answers = [];
  for (const name of ['session.providers', 'me.get', 'inbox.counts', 'session.providers', 'me.get', 'inbox.counts'])
    answers.push(await nobody(name));
  expect(answers.map((answer) => answer.status)).toEqual([200, 401, 401, 429, 429, 429]);
  expect(answers.map((answer) => answer.headers.get('ratelimit-remaining'))).toEqual(['2', '1', '0', '0', '0', '0']);
  for (const answer of answers.slice(3)) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask('workspaces.get', {}, {}, busy)).status, 'a key at the same address goes on').toBe(200);
});

test('the OpenAPI document and the router say the same, both ways', async () => {
  const app = Fastify();
  const routed = new Set<string>();
  app.addHook('onRoute', (route) => void routed.add(`${String(route.method).toLowerCase()} ${route.url}`));
  apiRoutes(
    app,
    ctx,
    partsOf(() => []),
  );
  await app.ready();
  closing.push(() => app.close());
  const { paths } = openApiDocument('http://localhost') as { paths: Record<string, Record<string, unknown>> };
  const declared = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  routed.delete('get /api/v1/openapi.json');
  routed.delete('head /api/v1/openapi.json');
  expect(declared.toSorted()).toEqual([...routed].toSorted());
  expect(declared).toHaveLength(operationNames.length);
});

test('the OpenAPI document is served without a key and names every input', async () => {
  const response = await fetch(`${url}/api/v1/openapi.json`);
  const document = (await response.json()) as {
    openapi: string;
    paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const parameters = document.paths['/api/v1/messages.list']?.['get']?.parameters.filter((one) => one.in === 'query');
  const names = parameters?.map((parameter) => parameter.name);
  expect(names).toEqual(['conversationId', 'contactId', 'phone', 'before', 'limit']);
});
