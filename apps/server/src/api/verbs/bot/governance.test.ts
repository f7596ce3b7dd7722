import { createModels } from '@balcao/ai/models';
import { type OperationName, type Operations, type OutputOf, operations } from '@balcao/contract';
import { createApiKey } from '@balcao/core/access';
import { remember } from '@balcao/core/governance';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { createHttpClient } from '@balcao/kernel';
import { fakeVendor, testCtx, testLine, ticketLab } from '@balcao/testkit';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiRoutes } from '../../index.ts';

const vendor = await fakeVendor();
const http = createHttpClient({ allowedPrivate: ['127.0.0.1'], allowedPorts: [vendor.port] });
const base = { ...(await testCtx()), http };
const app = Fastify();
afterAll(async () => {
  await app.close();
  await vendor.close();
});

interface Shop {
  readonly ctx: WorkspaceCtx;
  readonly lab: ReturnType<typeof ticketLab>;
  readonly key: string;
}
let url: string;
let ours: Shop;
let theirs: Shop;

async function newShop(): Promise<Shop> {
  const line = await testLine(base);
  const scopes = ['bot:read', 'bot:write', 'contacts:read', 'contacts:write'] as const;
  const { key } = await withWorkspace(line.ctx, (tx) => createApiKey(tx, line.ctx, { name: 'test', scopes }));
  return { ctx: line.ctx, lab: ticketLab(line), key };
}

beforeAll(async () => {
  const models = createModels(base, { tries: 1 });
  apiRoutes(app, base, { channel: () => undefined, offer: () => undefined, checkAnswers: true, models });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
  [ours, theirs] = [await newShop(), await newShop()];
});

type Answer<N extends OperationName> = OutputOf<Operations[N]> & { readonly status: number; readonly code?: string };

async function call<N extends OperationName>(
  name: N,
  input: Record<string, unknown> = {},
  shop = ours,
): Promise<Answer<N>> {
  const read = operations[name].kind === 'read';
  const query = read ? `?${new URLSearchParams(input as Record<string, string>)}` : '';
  const headers = {
    authorization: `Bearer ${shop.key}`,
    'content-type': 'application/json',
    'accept-language': 'pt-BR',
  };
  const response = await fetch(`${url}/api/v1/${name}${query}`, {
    headers,
    ...(read ? {} : { method: 'POST', body: JSON.stringify(input) }),
  });
  // Checked against the contract before it left; a problem is only looked at for its status and code.
  return { ...((await response.json()) as OutputOf<Operations[N]>), status: response.status };
}

const model = (more: Record<string, unknown> = {}) => ({
  name: 'Principal',
  vendor: 'openai-compatible',
  purpose: 'answer',
  model: 'gpt-4o-mini',
  baseUrl: vendor.address('openai-compatible'),
  apiKey: 'sk-segredo-do-teste',
  ...more,
});

describe('how the bot works', () => {
  test('a change of one field leaves the others, and a wrong one changes nothing', async () => {
    const before = await call('bot.get');
    const changed = await call('bot.update', { settings: { persona: { name: 'Bia' }, hours: { always: false } } });
    expect(changed.bot.settings).toEqual({
      ...before.bot.settings,
      persona: { ...before.bot.settings.persona, name: 'Bia' },
      hours: { ...before.bot.settings.hours, always: false },
    });
    for (const settings of [
      { persona: { tone: 'grosseiro' } },
      { hours: { week: { mon: [{ from: '8', to: '12:00' }] } } },
      { hours: { dates: [{ date: '2026-02-30', spans: [] }] } },
      { unknown: {} },
    ])
      expect((await call('bot.update', { settings })).status).toBe(400);
    expect((await call('bot.update', { settings: { rating: { on: false } }, ifVersion: 0 })).status).toBe(409);
    expect((await call('bot.get')).bot).toEqual(changed.bot);
    expect((await call('bot.get', {}, theirs)).bot.version).toBe(0);
  });
});

describe('models', () => {
  test('are saved, shown without their key, put in order and taken out; nobody else sees them', async () => {
    const one = await call('models.save', model());
    const two = await call('models.save', model({ name: 'Reserva' }));
    expect(one.model).toMatchObject({ hasKey: true, position: 0, price: { inputMicros: 150_000, by: 'program' } });
    const order = { purpose: 'answer', modelIds: [two.model.id, one.model.id] };
    expect((await call('models.order', order)).models.map(({ name }) => name)).toEqual(['Reserva', 'Principal']);
    expect(JSON.stringify([one, two, await call('models.list'), await call('bot.get')])).not.toContain('segredo');
    expect((await call('models.list', {}, theirs)).models).toEqual([]);
    for (const name of ['models.remove', 'models.test'] as const)
      expect((await call(name, { id: one.model.id }, theirs)).status).toBe(404);
    expect((await call('models.save', model({ id: one.model.id }), theirs)).status).toBe(404);
    expect(
      (await call('models.save', model({ id: one.model.id, apiKey: undefined, baseUrl: 'https://evil.example/v1' })))
        .status,
    ).toBe(400);
    for (const { model } of [one, two]) expect((await call('models.remove', { id: model.id })).removed).toBe(true);
  });

  test.each([
    [{ do: 'say', text: 'funciona' }, 'works', 'Funciona: o modelo respondeu.'],
    [{ do: 'status', status: 401 }, 'auth', 'O fornecedor não aceitou a chave.'],
    [
      { do: 'status', status: 404 },
      'bad_request',
      'O fornecedor não entendeu o pedido: o nome do modelo ou o endereço está errado.',
    ],
    [{ do: 'status', status: 503 }, 'server', 'O fornecedor teve um erro.'],
    [{ do: 'garbage' }, 'garbage', 'A resposta não é de um modelo que conhecemos.'],
    [{ do: 'empty' }, 'empty', 'O modelo respondeu sem nenhum texto.'],
  ] as const)('tried on the spot, %j is said in plain words', async (script, outcome, sentence) => {
    vendor.plays(script);
    const { name: _, ...unsaved } = model();
    const tested = await call('models.test', unsaved);
    expect(tested).toMatchObject({ status: 200, outcome, sentence, ok: outcome === 'works' });
    expect(JSON.stringify(tested)).not.toContain('segredo');
    vendor.reset();
  });

  test('a kept one is tried with its own key, at its own address, and what it cost is in the books', async () => {
    const { model: saved } = await call('models.save', model());
    vendor.plays({ do: 'say', text: 'funciona' });
    expect(await call('models.test', { id: saved.id })).toMatchObject({ ok: true, said: 'funciona' });
    expect(vendor.seen.at(-1)?.headers.authorization).toBe('Bearer sk-segredo-do-teste');
    expect((await call('models.test', { id: saved.id, baseUrl: 'https://evil.example/v1' })).status).toBe(400);
    const { usage } = await call('models.usage');
    expect(usage.find(({ modelId }) => modelId === saved.id)).toMatchObject({
      purpose: 'test',
      requests: 1,
      failures: 0,
      model: 'gpt-4o-mini',
    });
    const spend = await call('bot.spend');
    expect(spend.today).toMatchObject({ level: 'full', limitMicros: 2_000_000, reservedMicros: 0 });
    expect(spend.totalMicros).toBe(usage.reduce((sum, { costMicros }) => sum + costMicros, 0));
    expect((await call('models.usage', {}, theirs)).usage).toEqual([]);
    await call('bot.update', { settings: { budget: { perDayCents: 0 } } });
    expect(await call('models.test', { id: saved.id })).toMatchObject({ ok: false, outcome: 'budget' });
    await call('bot.update', { settings: { budget: { perDayCents: 200 } } });
    vendor.reset();
  });

  test("the metadata of a cloud is no model's address", async () => {
    const { name: _, ...unsaved } = model({ baseUrl: 'http://169.254.169.254/v1' });
    expect(await call('models.test', unsaved)).toMatchObject({ ok: false, outcome: 'bad_request', said: null });
  });

  test('a price of their own holds for them alone', async () => {
    const price = {
      model: 'gpt-4o-mini',
      from: '2026-01-01',
      inputMicros: 1_000,
      outputMicros: 2_000,
      source: 'contrato',
    };
    expect((await call('prices.save', price)).prices).toContainEqual({ ...price, checked: null, by: 'company' });
    await call('prices.save', { ...price, inputMicros: 1_500 });
    expect((await call('models.list')).models[0]?.price).toMatchObject({ inputMicros: 1_500, by: 'company' });
    expect((await call('prices.list', {}, theirs)).prices.some(({ by }) => by === 'company')).toBe(false);
    expect((await call('prices.remove', { model: price.model, from: price.from }, theirs)).status).toBe(404);
    expect((await call('prices.remove', { model: price.model, from: price.from })).status).toBe(200);
  });
});

test('the life of a prompt: begun, compared, published, rolled back', async () => {
  const { prompt: first } = await call('prompts.save', { text: 'Você é {nome}.\nSeja breve.', note: 'curto' });
  await call('prompts.publish', { id: first.id, ifUpdatedAt: first.updatedAt });
  const { prompt: draft } = await call('prompts.save', { basedOn: first.id, text: 'Você é {nome}.\nSeja gentil.' });
  expect((await call('prompts.diff', { to: draft.id })).lines).toEqual([
    { kind: 'same', text: 'Você é {nome}.' },
    { kind: 'removed', text: 'Seja breve.' },
    { kind: 'added', text: 'Seja gentil.' },
  ]);
  expect((await call('prompts.save', { id: first.id, text: 'x' })).status).toBe(409);
  expect((await call('prompts.save', { text: 'Oi {fulano}' })).status).toBe(400);
  await call('prompts.publish', { id: draft.id });
  const list = await call('prompts.list', { limit: 1 });
  expect(list).toMatchObject({
    prompts: [{ id: draft.id, current: true, author: { kind: 'api_key' } }],
    next: 2,
    shipped: { current: false },
  });
  expect(list.rules).not.toMatch(/bk[a-z2-9]{20}qz/);
  expect((await call('prompts.roll-back', { id: first.id })).prompt).toMatchObject({ id: first.id, current: true });
  expect((await call('prompts.roll-back', { id: null })).prompt).toBeNull();
  for (const [name, input] of [
    ['prompts.get', { id: first.id }],
    ['prompts.publish', { id: draft.id }],
    ['prompts.roll-back', { id: first.id }],
    ['prompts.delete', { id: draft.id }],
    ['prompts.diff', { to: draft.id }],
  ] as const)
    expect((await call(name, input, theirs)).status, name).toBe(404);
});

test('what is remembered of a contact is shown, erased, and theirs alone', async () => {
  const contactId = await ours.lab.ticket();
  await withWorkspace(ours.ctx, (tx) =>
    remember(tx, ours.ctx, { contactId, kind: 'fact', key: 'bolo', text: 'gosta de fubá', saidAt: new Date() }),
  );
  expect((await call('memory.show', { contactId })).known.map(({ text }) => text)).toContain('gosta de fubá');
  expect((await call('memory.show', { contactId }, theirs)).status).toBe(404);
  expect((await call('memory.erase', { contactId }, theirs)).status).toBe(404);
  expect(await call('memory.erase', { contactId })).toMatchObject({ erased: 1 });
  expect(await call('memory.erase', { contactId })).toMatchObject({ erased: 0 });
  expect((await call('memory.show', { contactId })).known.map(({ kind }) => kind)).toEqual(['name']);
  expect((await call('bot.attacks')).attacks).toEqual([]);
});
