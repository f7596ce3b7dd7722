import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClientToServer, RawEvent, Scope, ServerToClient, SubscribeAnswer } from '@balcao/contract';
import { createApiKey, revokeApiKey } from '@balcao/core/access';
import { type LedgerEntry, record } from '@balcao/core/ledger';
import { type DbCtx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx, testWorkspace } from '@balcao/testkit';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openRealtime, type Realtime } from '../open-realtime.ts';

type Client = Socket<ServerToClient, ClientToServer>;

let ctx: DbCtx;
let realtime: Realtime;
let url: string;
const http = createServer((_request, response) => response.writeHead(404).end());
let clients: Client[] = [];
beforeAll(async () => {
  ctx = await testCtx();
  realtime = await openRealtime(ctx, http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const client of clients) client.disconnect();
  clients = [];
});
afterAll(async () => {
  await realtime.close();
  http.close();
});

const keyFor = (inside: WorkspaceCtx, scopes: readonly Scope[]) =>
  withWorkspace(inside, (tx) => createApiKey(tx, inside, { name: 'tela', scopes }));

function connect(token: string, options: { transports?: string[] } = {}): Client {
  const client: Client = io(url, {
    path: '/realtime',
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...options,
  });
  clients.push(client);
  return client;
}

const subscribe = (client: Client, workspace: string, more: { after?: string; mode?: 'raw' | 'desk' } = {}) =>
  new Promise<SubscribeAnswer>((resolve) => client.emit('subscribe', { workspace, ...more }, resolve));

const happen = (inside: WorkspaceCtx, ...entries: LedgerEntry[]) =>
  withWorkspace(inside, (tx) => record(tx, inside, entries));

function collect(client: Client): RawEvent[] {
  const events: RawEvent[] = [];
  // What was recorded right before subscribing may still come: another test's transaction on this server holds it back.
  client.on('event', (event) => event.type === 'thing.happened' && events.push(event));
  return events;
}
const numbers = (events: readonly RawEvent[]) => events.map(({ data }) => data.data['n']);

test.each(['websocket', 'polling'])(
  'over %s: what happens after subscribing is told, once and in order',
  async (one) => {
    const inside = await testWorkspace(ctx);
    const { key } = await keyFor(inside, ['ledger:read']);
    const client = connect(key, { transports: [one] });
    const events = collect(client);
    expect(await subscribe(client, inside.workspaceId)).toMatchObject({ ok: true, cursor: expect.any(String) });
    for (let n = 0; n < 30; n++) await happen(inside, { type: 'thing.happened', data: { n } });
    await expect.poll(() => events.length, { interval: 10, timeout: 5_000 }).toBe(30);
    expect(numbers(events)).toEqual(Array.from({ length: 30 }, (_, n) => n));
  },
);

test('whoever comes back with a cursor is told what was missed, and then goes on', async () => {
  const inside = await testWorkspace(ctx);
  const { key } = await keyFor(inside, ['ledger:read']);
  const first = connect(key);
  const seen = collect(first);
  await subscribe(first, inside.workspaceId);
  await happen(inside, { type: 'thing.happened', data: { n: 0 } });
  await expect.poll(() => seen.length, { interval: 10, timeout: 5_000 }).toBe(1);
  first.disconnect();
  for (let n = 1; n < 5; n++) await happen(inside, { type: 'thing.happened', data: { n } });
  const second = connect(key);
  const rest = collect(second);
  const after = seen.at(-1)?.cursor ?? '';
  expect(await subscribe(second, inside.workspaceId, { after })).toEqual({ ok: true, cursor: after });
  await happen(inside, { type: 'thing.happened', data: { n: 5 } });
  await expect.poll(() => rest.length, { interval: 10, timeout: 5_000 }).toBe(5);
  expect(numbers(rest)).toEqual([1, 2, 3, 4, 5]);
});

test('whoever missed very much is told it all in one go, and is not taken for one who does not read', async () => {
  const inside = await testWorkspace(ctx);
  const { key } = await keyFor(inside, ['ledger:read']);
  const first = connect(key);
  const seen = collect(first);
  const answer = await subscribe(first, inside.workspaceId);
  first.disconnect();
  const many = Array.from({ length: 3_000 }, (_, n) => ({ type: 'thing.happened' as const, data: { n } }));
  await happen(inside, ...many);
  const second = connect(key);
  const rest = collect(second);
  await subscribe(second, inside.workspaceId, answer.ok ? { after: answer.cursor } : {});
  await expect.poll(() => rest.length, { interval: 10, timeout: 10_000 }).toBe(many.length);
  expect([numbers(rest), seen]).toEqual([many.map(({ data }) => data.n), []]);
});

test('a cursor from another time is answered with resync, and one that the ledger never gave is refused', async () => {
  const inside = await testWorkspace(ctx);
  const { key } = await keyFor(inside, ['ledger:read']);
  const client = connect(key);
  const resync = new Promise<unknown>((resolve) => client.on('resync', resolve));
  const after = `${2n ** 60n}-00000000-0000-4000-8000-000000000000`;
  const answer = await subscribe(client, inside.workspaceId, { after });
  expect(answer).toMatchObject({ ok: true });
  expect(await resync).toEqual({ cursor: answer.ok && answer.cursor });
  expect(await subscribe(client, inside.workspaceId, { after: 'nonsense' })).toMatchObject({
    ok: false,
    problem: { code: 'invalid_input' },
  });
});

test('a wrong key, another workspace, a missing scope and a shapeless request are refused', async () => {
  const [mine, theirs] = [await testWorkspace(ctx), await testWorkspace(ctx)];
  const stranger = connect('bk_wrong');
  const refusal = await new Promise<Error & { data?: unknown }>((resolve) => stranger.on('connect_error', resolve));
  expect(refusal.data).toMatchObject({ code: 'unauthenticated', status: 401 });
  const { key } = await keyFor(mine, ['messages:read']);
  const client = connect(key);
  for (const [workspace, code] of [
    [mine.workspaceId, 'forbidden'],
    [theirs.workspaceId, 'forbidden'],
    ['nonsense', 'invalid_input'],
  ] as const)
    expect(await subscribe(client, workspace)).toMatchObject({ ok: false, problem: { code } });
  const shapeless = client as unknown as { emit(name: string, ...args: unknown[]): void };
  for (const given of [null, 7, [], { workspace: {} }]) shapeless.emit('subscribe', given);
  for (const name of ['watch', 'typing', 'presence']) shapeless.emit(name, { conversationId: 1 });
  expect(await subscribe(client, mine.workspaceId)).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
});

test('what happens in another workspace is not told', async () => {
  const [mine, theirs] = [await testWorkspace(ctx), await testWorkspace(ctx)];
  const clients = await Promise.all(
    [mine, theirs].map(async (inside) => {
      const client = connect((await keyFor(inside, ['ledger:read'])).key);
      await subscribe(client, inside.workspaceId);
      return collect(client);
    }),
  );
  await happen(mine, { type: 'thing.happened', data: { n: 'mine' } });
  await happen(theirs, { type: 'thing.happened', data: { n: 'theirs' } });
  await expect.poll(() => clients.map(numbers), { interval: 10, timeout: 5_000 }).toEqual([['mine'], ['theirs']]);
});

test('a key that is revoked is signed out at once', async () => {
  const inside = await testWorkspace(ctx);
  const made = await keyFor(inside, ['ledger:read']);
  const client = connect(made.key);
  await subscribe(client, inside.workspaceId);
  const out = new Promise((resolve) => client.on('signed_out', () => resolve('signed_out')));
  const closed = new Promise((resolve) => client.on('disconnect', resolve));
  const since = performance.now();
  await withWorkspace(inside, (tx) => revokeApiKey(tx, inside, made.id));
  expect(await out).toBe('signed_out');
  await closed;
  expect(performance.now() - since).toBeLessThan(1_000);
});

test('who asks for far too much is cut', async () => {
  const inside = await testWorkspace(ctx);
  const client = connect((await keyFor(inside, ['ledger:read'])).key);
  await subscribe(client, inside.workspaceId);
  const closed = new Promise((resolve) => client.on('disconnect', resolve));
  for (let n = 0; n < 200; n++) client.emit('unwatch', { conversationId: inside.workspaceId });
  expect(await closed).toBe('io server disconnect');
});
