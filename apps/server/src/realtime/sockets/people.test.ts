import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  ClientToServer,
  DeskEvent,
  PresenceChange,
  ServerToClient,
  SubscribeAnswer,
  TypingChange,
} from '@balcao/contract';
import { scopeNames } from '@balcao/contract';
import { changeRole, createApiKey, findSession, revokeSession, setMemberState } from '@balcao/core/access';
import { createDepartment, setDepartmentMembers } from '@balcao/core/departments';
import { record } from '@balcao/core/ledger';
import { listPresences, renewPresence } from '@balcao/core/presence';
import { type DbCtx, inWorkspace, withIdentity, withWorkspace } from '@balcao/db';
import { type TestMember, testCtx, testLine, testMember, testSession, ticketLab } from '@balcao/testkit';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openRealtime } from '../open-realtime.ts';

type Client = Socket<ServerToClient, ClientToServer>;

let ctx: DbCtx;
const closings: (() => Promise<unknown> | void)[] = [];
const urls: string[] = [];
let clients: Client[] = [];
/** Two of them on one database: as two processes are. */
beforeAll(async () => {
  ctx = await testCtx();
  for (let n = 0; n < 2; n++) {
    const http = createServer((_request, response) => response.writeHead(404).end());
    const realtime = await openRealtime(ctx, http);
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    urls.push(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
    closings.push(() => realtime.close().then(() => void http.close()));
  }
});
afterEach(() => {
  for (const client of clients) client.disconnect();
  clients = [];
});
afterAll(async () => {
  for (const close of closings) await close();
});

interface Screen {
  readonly client: Client;
  readonly presences: PresenceChange[];
  readonly typings: TypingChange[];
  readonly events: DeskEvent[];
  resyncs: number;
}

function open(url: string, headers: Record<string, string>, auth: Record<string, string> = {}): Screen {
  const options = { path: '/realtime', transports: ['websocket'], forceNew: true, reconnection: false };
  const client: Client = io(url, { ...options, extraHeaders: headers, auth });
  clients.push(client);
  const screen: Screen = { client, presences: [], typings: [], events: [], resyncs: 0 };
  client.on('presence', (changes) => screen.presences.push(...changes));
  client.on('typing', (change) => screen.typings.push(change));
  client.on('events', (events) => screen.events.push(...events));
  client.on('resync', () => void screen.resyncs++);
  return screen;
}

async function sit(process: number, member: TestMember, watching: readonly string[] = []): Promise<Screen> {
  const { cookie } = await testSession(ctx, member);
  const screen = open(urls[process] ?? '', { cookie });
  const request = { workspace: member.ctx.workspaceId, mode: 'desk', watching } as const;
  const answer = await new Promise<SubscribeAnswer>((resolve) => screen.client.emit('subscribe', request, resolve));
  expect(answer).toMatchObject({ ok: true });
  return screen;
}

const stateOf = (screen: Screen, { memberId }: TestMember) =>
  screen.presences.findLast((change) => change.memberId === memberId)?.state;
const poll = <T>(look: () => T, timeout = 5_000) => expect.poll(look, { timeout, interval: 20 });

test('who is here and who types is seen in every process, by those who may see it', { timeout: 30_000 }, async () => {
  const line = await testLine(ctx);
  const [ana, bia, caio] = [await testMember(line.ctx), await testMember(line.ctx), await testMember(line.ctx)];
  const conversationId = await ticketLab(line).ticket();
  const here = await sit(0, ana, [conversationId]);
  const there = await sit(1, bia, [conversationId]);
  const elsewhere = await sit(1, caio);
  await poll(() => [stateOf(here, bia), stateOf(there, ana), stateOf(elsewhere, ana)]).toEqual([
    'online',
    'online',
    'online',
  ]);
  here.client.emit('presence', { state: 'away' });
  await poll(() => stateOf(there, ana)).toBe('away');
  here.client.emit('typing', { conversationId, on: true });
  here.client.emit('typing', { conversationId, on: false });
  const by = ana.memberId;
  await poll(() => there.typings).toEqual([
    { conversationId, by, on: true },
    { conversationId, by, on: false },
  ]);
  here.client.emit('typing', { conversationId, on: true });
  await poll(() => there.typings.length).toBe(3);
  here.client.disconnect();
  await poll(() => there.typings.at(-1)?.on).toBe(false);
  await poll(() => stateOf(there, ana), 10_000).toBe('offline');
  expect([here.typings, elsewhere.typings]).toEqual([[], []]);
  const listed = await listPresences(line.ctx);
  expect(listed.find((one) => one.memberId === ana.memberId)).toMatchObject({
    state: 'offline',
    lastSeenAt: expect.any(Date),
  });
});

test('whoever a dead process served is not here for longer than a renewal takes', async () => {
  const line = await testLine(ctx);
  const { memberId } = await testMember(line.ctx);
  await renewPresence(line.ctx, ctx.ids.uuid(), [{ memberId, state: 'online' }]);
  await renewPresence(line.ctx, ctx.ids.uuid(), [{ memberId, state: 'away' }]);
  const stateAfter = async (ms: number) => {
    const now = new Date(ctx.clock.now().getTime() + ms);
    const [one] = await listPresences({ ...line.ctx, clock: { ...ctx.clock, now: () => now } });
    return one?.state;
  };
  expect([await stateAfter(0), await stateAfter(60_000)]).toEqual(['online', 'offline']);
});

test('a program is out within a second once its key’s maker may no longer what it does', async () => {
  const line = await testLine(ctx);
  const owner = await testMember(line.ctx, 'owner');
  const maker = await testMember(line.ctx, 'owner');
  const { key } = await withWorkspace(maker.ctx, (tx) =>
    createApiKey(tx, maker.ctx, { name: 'ouve', scopes: ['ledger:read', 'tickets:read', 'tickets:read-all'] }),
  );
  const { client } = open(urls[0] ?? '', {}, { token: key });
  const workspace = line.ctx.workspaceId;
  const answer = await new Promise((resolve) => client.emit('subscribe', { workspace, mode: 'raw' }, resolve));
  expect(answer).toMatchObject({ ok: true });
  const out = new Promise((resolve) => client.on('signed_out', () => resolve('out')));
  const granter = { memberId: owner.memberId, scopes: scopeNames };
  const change = (role: 'attendant' | 'supervisor') =>
    withWorkspace(owner.ctx, (tx) => changeRole(tx, owner.ctx, granter, { memberId: maker.memberId, role }));
  await change('supervisor'); // follows no ledger
  expect(await Promise.race([out, ctx.clock.sleep(5_000)])).toBe('out');
});

test('a session that is ended and a member who is disabled are out within a second; who has other rights reads again', async () => {
  const line = await testLine(ctx);
  const owner = await testMember(line.ctx, 'owner');
  const [ana, bia, caio] = [await testMember(line.ctx), await testMember(line.ctx), await testMember(line.ctx)];
  const screens = [await sit(0, ana), await sit(1, bia), await sit(0, caio)] as const;
  const out = screens.map(
    ({ client }) => new Promise((resolve) => client.on('signed_out', () => resolve(performance.now()))),
  );
  const closed = screens.map(({ client }) => new Promise((resolve) => client.on('disconnect', resolve)));
  const anas = await testSession(ctx, ana); // another browser of hers, which stays
  const stays = open(urls[0] ?? '', { cookie: anas.cookie });
  await poll(() => stays.client.connected).toBe(true);
  const sessions = await withIdentity(ctx, (tx) =>
    tx.query<{ id: string }>(
      tx.build.selectFrom('sessions').select('id').where('person_id', '=', ana.personId).orderBy('id'),
    ),
  );
  const since = performance.now();
  await revokeSession(ctx, ana.personId, sessions[0]?.id ?? '', { address: '127.0.0.1', device: 'test' });
  await withWorkspace(owner.ctx, (tx) =>
    setMemberState(
      tx,
      owner.ctx,
      { memberId: owner.memberId, scopes: scopeNames },
      { memberId: bia.memberId, state: 'disabled' },
    ),
  );
  await Promise.all([out[0], out[1], closed[0], closed[1]]);
  expect(performance.now() - since).toBeLessThan(1_000);
  expect([stays.client.connected, (await findSession(ctx, anas.cookie.split('=')[1] ?? '')) !== undefined]).toEqual([
    true,
    true,
  ]);
  const lab = ticketLab(line);
  const sales = await withWorkspace(line.ctx, (tx) => createDepartment(line.ctx, tx, { name: 'Vendas' }));
  const ticketId = await lab.ticket({ departmentId: sales.id });
  const tell = () =>
    withWorkspace(line.ctx, (tx) => record(tx, line.ctx, [{ type: 'conversation.floor', conversationId: ticketId }]));
  const all = await sit(1, owner);
  await tell();
  await poll(() => all.events.length).toBeGreaterThan(0); // the opening of the ticket may come late, too
  await withWorkspace(line.ctx, (tx) => setDepartmentMembers(line.ctx, tx, sales.id, [caio.memberId]));
  await poll(() => screens[2].resyncs).toBe(1);
  expect(screens[2].events.filter(({ type }) => type.startsWith('inbox.'))).toEqual([]);
  await tell();
  await poll(() =>
    screens[2].events.map((event) => event.type === 'inbox.changed' && event.data.item.ticketId),
  ).toContain(ticketId);
});

test("a page of somebody else's cannot open a socket with the cookie of a session; a page of ours can", async () => {
  const line = await testLine(ctx);
  const { cookie } = await testSession(ctx, await testMember(line.ctx));
  const [url = ''] = urls;
  const evil = open(url, { cookie, origin: 'https://mau.exemplo.com' });
  const refused = await new Promise<Error & { data?: unknown }>((resolve) => evil.client.on('connect_error', resolve));
  expect(refused.data).toMatchObject({ code: 'forbidden' });
  for (const origin of [url, new URL(ctx.config.publicUrl).origin]) {
    const ours = open(url, { cookie, origin });
    await poll(() => ours.client.connected).toBe(true);
  }
});

test('a screen that no longer reads is cut, and costs the others nothing', { timeout: 30_000 }, async () => {
  const line = await testLine(ctx);
  const inside = inWorkspace(ctx, line.ctx.workspaceId);
  const { key } = await withWorkspace(inside, (tx) =>
    createApiKey(tx, inside, { name: 'tela', scopes: ['ledger:read'] }),
  );
  const follow = async () => {
    const { client } = open(urls[0] ?? '', {}, { token: key });
    await new Promise((resolve) => client.emit('subscribe', { workspace: inside.workspaceId }, resolve));
    return client;
  };
  const [stuck, quick] = [await follow(), await follow()];
  let seen = 0;
  quick.on('event', ({ type }) => void (seen += type === 'thing.happened' ? 1 : 0));
  const cut = new Promise((resolve) => stuck.on('disconnect', resolve));
  const { _socket } = (stuck.io.engine.transport as unknown as { ws: { _socket: { pause(): void; resume(): void } } })
    .ws;
  _socket.pause();
  const long = ['x'.repeat(20_000)];
  const events = 800;
  for (let n = 0; n < events; n += 50)
    await withWorkspace(inside, (tx) =>
      record(
        tx,
        inside,
        Array.from({ length: 50 }, () => ({ type: 'thing.happened' as const, data: { long } })),
      ),
    );
  await poll(() => seen, 15_000).toBe(events);
  await ctx.clock.sleep(3_100);
  await withWorkspace(inside, (tx) => record(tx, inside, [{ type: 'thing.happened' }]));
  await poll(() => seen).toBe(events + 1);
  _socket.resume();
  expect(await cut).toBe('transport close');
});
