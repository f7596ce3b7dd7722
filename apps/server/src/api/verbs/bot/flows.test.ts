import { createChannel } from '@balcao/core/workspaces';
import { type DbCtx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx, testMember, testSession, testWorkspace } from '@balcao/testkit';
import Fastify from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { apiRoutes } from '../../index.ts';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}
interface Browser {
  read(name: string, input?: Record<string, string>): Promise<Answer>;
  write(name: string, input: unknown): Promise<Answer>;
}

const app = Fastify();
afterAll(() => app.close());
let ctx: DbCtx;
let url: string;
let shop: WorkspaceCtx;
let boss: Browser;
let channelId: string;

const echo = 'version: 1\nstart: a\nsteps:\n  a: { reply: "{{message.text}}" }\n';
const shout = echo.replace('{{message.text}}', '{{upper(message.text)}}!');

beforeAll(async () => {
  ctx = await testCtx();
  apiRoutes(app, ctx, { channel: () => undefined, offer: () => undefined, checkAnswers: true });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});

async function browserOf(company: WorkspaceCtx, role: 'owner' | 'attendant', name?: string): Promise<Browser> {
  const session = await testSession(ctx, await testMember(company, role, name === undefined ? {} : { name }));
  const headers = { ...session.headers, 'x-workspace': company.workspaceId, 'accept-language': 'pt-BR' };
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(`${url}/api/v1/${path}`, init);
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  };
  return {
    read: (operation, input = {}) => ask(`${operation}?${new URLSearchParams(input)}`, { headers }),
    write: (operation, input) =>
      ask(operation, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      }),
  };
}

beforeEach(async () => {
  shop = await testWorkspace(ctx);
  boss = await browserOf(shop, 'owner', 'Dona Rosa');
  const phoneNumberId = String(1e14 + Math.floor(ctx.random() * 1e14));
  const channel = await withWorkspace(shop, (tx) =>
    createChannel(tx, shop, {
      name: 'Balcão',
      phoneNumberId,
      wabaId: '1',
      displayPhoneNumber: '+55 11 3003-0001',
      appSecret: 'a',
      accessToken: 'b',
      verifyToken: 'c',
    }),
  );
  channelId = channel.id;
});

const publish = (source: string, more: Record<string, unknown> = {}) =>
  boss.write('flows.publish', { channelId, source, ...more });

test('a flow is published in versions with author and note, compared, and rolled back', async () => {
  expect((await boss.read('flows.get', { channelId })).body).toMatchObject({ version: null, flow: { inForce: null } });
  expect((await publish(echo, { begunFrom: null })).body).toMatchObject({ version: 1 });
  expect((await publish(shout, { begunFrom: 1, note: 'Mais alto' })).body).toMatchObject({ version: 2 });
  const { body } = await boss.read('flows.versions', { channelId, limit: '1' });
  expect(body).toMatchObject({
    versions: [
      { version: 2, steps: 1, note: 'Mais alto', inForce: true, author: { kind: 'person', name: 'Dona Rosa' } },
    ],
    next: '2',
  });
  expect((await boss.read('flows.versions', { channelId, before: '2' })).body).toMatchObject({
    versions: [{ version: 1, inForce: false }],
    next: null,
  });
  const diff = (await boss.read('flows.diff', { channelId, from: '1', to: '2' })).body['lines'] as { kind: string }[];
  expect(diff.map((line) => line.kind)).toEqual(['same', 'same', 'same', 'removed', 'added']);
  expect((await boss.write('flows.roll-back', { channelId, version: 1, begunFrom: 2 })).body).toMatchObject({
    version: 1,
  });
  expect((await boss.read('flows.get', { channelId })).body).toMatchObject({ version: { version: 1, source: echo } });
  expect((await boss.read('flows.get', { channelId, version: '2' })).body).toMatchObject({
    version: { version: 2, source: shout, inForce: false },
  });
  expect((await publish(`${shout}# again\n`)).body).toMatchObject({ version: 3 });
  expect((await boss.read('flows.list')).body).toMatchObject({
    flows: [{ channelId, inForce: { version: 3, steps: 1 } }],
  });
});

test('who began from a version that is no longer in force is told so, and nothing changes', async () => {
  await publish(echo);
  await publish(shout, { begunFrom: 1 });
  expect(await publish(`${echo}# mine\n`, { begunFrom: 1 })).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect(await boss.write('flows.roll-back', { channelId, version: 1, begunFrom: 1 })).toMatchObject({ status: 409 });
  expect((await boss.read('flows.get', { channelId })).body).toMatchObject({ version: { version: 2 } });
});

test('a flow with mistakes is not published: all of them come back, with their places', async () => {
  const answer = await publish('version: 1\nstart: b\nsteps:\n  a: { reply: x, next: c }\n');
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  expect(answer.body['issues']).toMatchObject([
    { path: 'start', problem: expect.stringContaining('line 2, column 8') },
    { path: 'steps.a.next', problem: expect.stringContaining('line 4, column 24') },
  ]);
  expect((await boss.read('flows.get', { channelId })).body).toMatchObject({ version: null });
});

test('checking tells mistakes in the language of who asks, and draws what it could read', async () => {
  const source = echo.replace('}}" }', '}}", next: b }');
  const { body } = await boss.write('flows.check', { source });
  expect(body).toMatchObject({
    valid: false,
    problems: [{ severity: 'error', kind: 'no_such_step', line: 4, path: 'steps.a.next' }],
    diagram: { nodes: [{ id: 'a', kind: 'reply', line: 4, entrance: 'start' }], edges: [] },
    changes: null,
  });
  expect((body['problems'] as { text: string }[])[0]?.text).toBe(
    'Leva a “b”, e não há passo com esse nome. Seria “a”?',
  );
  await publish(echo);
  const against = await boss.write('flows.check', { source: shout, against: channelId });
  expect((against.body['changes'] as { kind: string }[]).filter((line) => line.kind !== 'same')).toHaveLength(2);
  expect((await boss.write('flows.check', { source: ': [' })).body).toMatchObject({ valid: false, diagram: null });
});

test('a dry run plays a talk and leaves no trace', async () => {
  const { body } = await boss.write('flows.dry-run', { source: shout, inputs: [{ text: 'oi' }] });
  expect(body).toMatchObject({
    valid: true,
    lines: [
      { by: 'customer', text: 'oi' },
      { by: 'bot', kind: 'text', text: 'OI!', step: 'a' },
    ],
    transitions: [{ from: null, to: 'a', event: 'started', input: 0 }],
    step: 'a',
    waitsFor: null,
  });
  const broken = await boss.write('flows.dry-run', { source: 'version: 1', inputs: [{ text: 'oi' }] });
  expect(broken.body).toMatchObject({ valid: false, lines: [], step: null });
  expect((await boss.read('flows.versions', { channelId })).body).toMatchObject({ versions: [] });
});

test('the way a bot works is set by channel, once', async () => {
  expect((await boss.write('flows.set-mode', { channelId, mode: 'assistant' })).body).toEqual({ changed: true });
  expect((await boss.write('flows.set-mode', { channelId, mode: 'assistant' })).body).toEqual({ changed: false });
  expect((await boss.read('flows.get', { channelId })).body).toMatchObject({ flow: { botMode: 'assistant' } });
});

test('addresses are kept and told without their keys; templates come in the language of who asks', async () => {
  const { body } = await boss.write('flows.save-address', {
    name: 'erp',
    url: 'https://erp.example/api',
    headers: [{ name: 'X-Key', value: 's3cret' }],
  });
  expect(JSON.stringify(body)).not.toContain('s3cret');
  expect((await boss.read('flows.addresses')).body).toMatchObject({ addresses: [{ name: 'erp', headers: ['x-key'] }] });
  const { id } = body['address'] as { id: string };
  expect((await boss.write('flows.remove-address', { id })).body).toEqual({ changed: true });
  expect((await boss.read('flows.templates')).body).toMatchObject({
    templates: [{ id: 'menu' }, { id: 'consulta' }, { id: 'assistente' }],
  });
});

test('another company finds neither flows nor versions, and an attendant publishes nothing', async () => {
  await publish(echo);
  const other = await testWorkspace(ctx);
  const there = await browserOf(other, 'owner');
  expect((await there.read('flows.list')).body).toEqual({ flows: [] });
  for (const [name, input] of [
    ['flows.get', { channelId }],
    ['flows.versions', { channelId }],
    ['flows.diff', { channelId, from: '1', to: '1' }],
  ] as const)
    expect(await there.read(name, input)).toMatchObject({ status: 404 });
  expect(await there.write('flows.publish', { channelId, source: shout })).toMatchObject({ status: 404 });
  expect(await there.write('flows.roll-back', { channelId, version: 1 })).toMatchObject({ status: 404 });
  expect(await there.write('flows.set-mode', { channelId, mode: 'off' })).toMatchObject({ status: 404 });
  const desk = await browserOf(shop, 'attendant');
  expect(await desk.write('flows.publish', { channelId, source: shout })).toMatchObject({ status: 403 });
});
