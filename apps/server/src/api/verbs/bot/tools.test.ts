import type { InputOf, OperationName, Operations, OutputOf } from '@balcao/contract';
import { createApiKey } from '@balcao/core/access';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { createHttpClient } from '@balcao/kernel';
import { fakeVendor, testCtx, testLine, ticketLab } from '@balcao/testkit';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiRoutes } from '../../index.ts';

const shop = await fakeVendor();
const http = createHttpClient({ allowedPrivate: ['127.0.0.1'], allowedPorts: [shop.port] });
const base = { ...(await testCtx()), http };
const app = Fastify();
afterAll(async () => {
  await app.close();
  await shop.close();
});

let url: string;
let key: string;
let readKey: string;
let otherKey: string;
let contactId: string;

async function keyOf(ctx: WorkspaceCtx, scope: 'bot:read' | 'bot:write'): Promise<string> {
  return (await withWorkspace(ctx, (tx) => createApiKey(tx, ctx, { name: scope, scopes: ['bot:read', scope] }))).key;
}

beforeAll(async () => {
  apiRoutes(app, base, { channel: () => undefined, offer: () => undefined, checkAnswers: true });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
  const [line, other] = [await testLine(base), await testLine(base)];
  contactId = await ticketLab(line).ticket();
  [key, readKey, otherKey] = await Promise.all([
    keyOf(line.ctx, 'bot:write'),
    keyOf(line.ctx, 'bot:read'),
    keyOf(other.ctx, 'bot:write'),
  ]);
});

interface Answer<N extends OperationName> {
  readonly status: number;
  readonly text: string;
  readonly body: OutputOf<Operations[N]>;
}

async function call<N extends OperationName>(name: N, input: unknown, as = key): Promise<Answer<N>> {
  const reads = name === 'tools.list';
  const response = await fetch(`${url}/api/v1/${name}`, {
    method: reads ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${as}`, ...(reads ? {} : { 'content-type': 'application/json' }) },
    ...(reads ? {} : { body: JSON.stringify(input) }),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as OutputOf<Operations[N]> }; // checked before it left
}

const stock = (): Partial<InputOf<Operations['tools.save']>> => ({
  name: 'stock',
  description: 'Diz se há um produto',
  does: {
    kind: 'http',
    settings: {
      method: 'GET',
      url: `${shop.address('openai-compatible')}/stock/{{args.product}}`,
      parameters: [
        { name: 'product', description: 'O produto', type: 'text', required: true, options: [], maxLength: 80 },
      ],
      effect: 'reads',
      headers: [{ name: 'x-token', value: 'segredo-do-erp' }],
      body: null,
      timeoutMs: 2_000,
      result: { answer: 'choices.0.message.content' },
      owner: null,
      say: null,
    },
  },
});

test('a tool is saved, listed without what is sealed, tried out and taken away', async () => {
  const saved = await call('tools.save', stock());
  expect(saved.status).toBe(200);
  const listed = await call('tools.list', {});
  expect(listed.body.tools).toMatchObject([
    {
      name: 'stock',
      effect: 'reads',
      confirm: false,
      does: { kind: 'http', settings: { headers: [{ name: 'x-token' }] } },
    },
  ]);
  shop.plays({ do: 'say', text: 'há 3' });
  const tried = await call('tools.test', { id: saved.body.tool.id, contactId, args: { product: 'bolo' } });
  expect(tried.body).toMatchObject({ ran: true, ok: true, result: { answer: 'há 3' }, request: { method: 'GET' } });
  expect(saved.text + listed.text + tried.text).not.toContain('segredo-do-erp');
  expect((await call('tools.remove', { id: saved.body.tool.id })).body).toEqual({ changed: true });
  expect((await call('tools.list', {})).body.tools).toEqual([]);
});

test('what cannot be is refused with where and why; reading does not let one write, and nobody reaches a neighbour', async () => {
  const { does } = stock();
  const wrong = {
    ...stock(),
    does: { ...does, settings: { ...does?.settings, url: 'https://{{args.product}}.example/' } },
  };
  expect(await call('tools.save', wrong)).toMatchObject({
    status: 400,
    text: expect.stringContaining('fixed host') as string,
  });
  expect((await call('tools.save', stock(), readKey)).status).toBe(403);
  const { body } = await call('tools.save', stock());
  expect((await call('tools.list', {}, otherKey)).body.tools).toEqual([]);
  expect((await call('tools.test', { id: body.tool.id, contactId, args: {} }, otherKey)).status).toBe(404);
  expect((await call('tools.remove', { id: body.tool.id }, otherKey)).body).toEqual({ changed: false });
  expect((await call('tools.save', stock())).status).toBe(409);
});
