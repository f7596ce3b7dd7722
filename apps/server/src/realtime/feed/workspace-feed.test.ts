import { parseWebhook } from '@balcao/channels/whatsapp-cloud';
import type { DeskEvent, InboxItem, RawEvent, Scope } from '@balcao/contract';
import { memberOf } from '@balcao/core/access';
import { createDepartment, setDepartmentMembers } from '@balcao/core/departments';
import { createReceiver, processReceipts } from '@balcao/core/ingest';
import { compareCursors, parseCursor, readAfter, record } from '@balcao/core/ledger';
import { type ActionRequest, actOnOne, inboxItems, theHouse } from '@balcao/core/tickets';
import { type DbCtx, sql, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { testCtx, testLine } from '@balcao/testkit';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readDesk } from '../read-desk.ts';
import { maySee, type Seat, viewOf } from '../seat.ts';
import { placesOf } from './desk-reads.ts';
import type { Outlet, Subscriber } from './subscriber.ts';
import { WorkspaceFeed } from './workspace-feed.ts';

let base: DbCtx;
beforeAll(async () => {
  base = await testCtx();
});

const hire = sql(
  'test/hire',
  `insert into members (workspace_id, id, person_id, name, email, role) values ($1, $2, $2, 'Pessoa', 'p@exemplo.br', $3)`,
);
const conversationIds = sql('test/conversations', 'select id from conversations where workspace_id = $1 order by id');
const none = new Set<string>();

interface Client {
  readonly name: string;
  readonly mode: 'raw' | 'desk';
  seat(): Promise<Seat>;
  subscriber: Subscriber | undefined;
  /** Where it came in first. */
  from: string | undefined;
  cursor: string | undefined;
  readonly items: Map<string, InboxItem>;
  readonly raw: RawEvent[];
  readonly watched: DeskEvent[];
  stale: boolean;
}

/** A company with two departments, people who see this and that, and the feed between them, driven by hand. */
async function openStage() {
  const line = await testLine(base, { flow: undefined });
  const { ctx } = line;
  const [sales, support] = await withWorkspace(ctx, async (tx) => [
    await createDepartment(ctx, tx, { name: 'Vendas' }),
    await createDepartment(ctx, tx, { name: 'Suporte' }),
  ]);
  const clients = new Map<string, Client>();
  const broken = { now: false };
  const feed = new WorkspaceFeed(ctx, {
    reads: {
      ...readDesk,
      items: (...asked) => (broken.now ? Promise.reject(new Error('the database is away')) : readDesk.items(...asked)),
    },
    outlet: outletTo(clients),
    async reseat(subscribers) {
      const changed = new Set<Subscriber>();
      for (const client of clients.values()) {
        const { subscriber } = client;
        if (subscriber === undefined || !subscribers.includes(subscriber)) continue;
        const seat = await client.seat();
        if (viewOf(seat) !== subscriber.view || client.mode === 'desk') changed.add(subscriber);
        Object.assign(subscriber, { seat, view: viewOf(seat) });
      }
      return changed;
    },
  });
  const members = ['ana', 'bia', 'caio', 'davi', 'eva'].map((name) => ({ name, id: base.ids.uuid() }));
  await withWorkspace(ctx, async (tx) => {
    for (const { id, name } of members)
      await tx.run(hire, [ctx.workspaceId, id, name === 'eva' ? 'supervisor' : 'attendant']);
    const [ana, bia, , davi] = members.map(({ id }) => id) as [string, string, string, string];
    await setDepartmentMembers(ctx, tx, sales.id, [ana, davi]);
    await setDepartmentMembers(ctx, tx, support.id, [bia, davi]);
  });
  for (const { name, id } of members) addClient(clients, name, 'desk', () => seatOf(ctx, id));
  addClient(clients, 'system', 'raw', async () => keySeat(ctx, 'all'));
  addClient(clients, 'narrow system', 'raw', async () => keySeat(ctx, none));
  return { line, ctx, feed, broken, clients, members, departments: [sales.id, support.id] as const };
}
type Stage = Awaited<ReturnType<typeof openStage>>;

function addClient(clients: Map<string, Client>, name: string, mode: 'raw' | 'desk', seat: () => Promise<Seat>): void {
  const more = {
    subscriber: undefined,
    from: undefined,
    cursor: undefined,
    items: new Map(),
    raw: [],
    watched: [],
    stale: true,
  };
  clients.set(name, { name, mode, seat, ...more });
}

async function seatOf(ctx: WorkspaceCtx, memberId: string): Promise<Seat> {
  const member = await memberOf(ctx, ctx.workspaceId, memberId);
  if (member === undefined) throw new Error('nobody');
  const { scopes, places } = member;
  const by = { kind: 'member', id: memberId, personId: memberId, sessionId: memberId } as const;
  const sees = scopes.includes('tickets:read-all') ? 'all' : new Set(places);
  return { workspaceId: ctx.workspaceId, by, scopes: new Set(scopes), sees, language: 'pt-BR' };
}
const keySeat = (ctx: WorkspaceCtx, sees: Seat['sees']): Seat => ({
  workspaceId: ctx.workspaceId,
  by: { kind: 'api_key', id: ctx.workspaceId },
  scopes: new Set<Scope>(['ledger:read', 'tickets:read']),
  sees,
  language: 'pt-BR',
});

/** What a screen does with what it is sent. */
function outletTo(clients: Map<string, Client>): Outlet {
  return {
    send(to, event, ...[first]) {
      for (const id of to) {
        const client = clients.get(id);
        if (client?.subscriber === undefined) throw new Error(`${event} for ${id}, who is not there`);
        const sent = JSON.parse(JSON.stringify(first)) as unknown; // as it goes over the wire
        if (event === 'events') for (const one of sent as DeskEvent[]) apply(client, one);
        else if (event === 'event') {
          client.raw.push(sent as RawEvent);
          client.cursor = (sent as RawEvent).cursor;
        } else if (event === 'resync') {
          client.stale = true;
          client.cursor = (sent as { cursor: string }).cursor;
        }
      }
    },
  };
}

function apply(client: Client, event: DeskEvent): void {
  client.cursor = event.cursor;
  if (event.type === 'message.changed' || event.type === 'ticket.event') client.watched.push(event);
  if (event.type === 'inbox.gone') client.items.delete(event.data.conversationId);
  if (event.type !== 'inbox.changed') return;
  const { item } = event.data;
  if (!client.subscriber || !maySee(client.subscriber.seat, item)) throw new Error(`${client.name} may not see this`);
  client.items.set(item.conversationId, item);
}

/** What the screen would read now. */
async function fetchItems({ ctx }: Stage, client: Client): Promise<Map<string, InboxItem>> {
  const seat = await client.seat();
  return await withWorkspace(ctx, async (tx) => {
    const ids = (await tx.rows<{ id: string }>(conversationIds, [ctx.workspaceId])).map(({ id }) => id);
    const items = (await inboxItems(ctx, tx, ids)).filter((item) => maySee(seat, item));
    return new Map(items.map((item) => [item.conversationId, item]));
  });
}

async function connect({ feed }: Stage, client: Client): Promise<void> {
  if (client.subscriber) return;
  const seat = await client.seat();
  const id = client.name;
  client.subscriber = { id, mode: client.mode, seat, view: viewOf(seat), watching: new Set(), ahead: undefined };
  feed.join(client.subscriber, client.cursor, (cursor) => {
    if (client.cursor === undefined) client.stale = true;
    client.from ??= cursor;
    client.cursor ??= cursor;
  });
}

function disconnect({ feed }: Stage, client: Client): void {
  feed.leave(client.name);
  client.subscriber = undefined;
}

async function step(stage: Stage): Promise<void> {
  while (await stage.feed.step());
  for (const client of stage.clients.values())
    if (client.stale && client.subscriber && client.cursor !== undefined) {
      client.items.clear();
      for (const [id, item] of await fetchItems(stage, client)) client.items.set(id, item);
      client.stale = false;
    }
}

const transaction = sql('test/transaction', 'select pg_current_xact_id()::text as xid');

/** Everything that was written until now is told: other tests' transactions on the same server keep the newest rows back for a while. */
async function settle(stage: Stage): Promise<void> {
  const { ctx, feed } = stage;
  const xid = await withWorkspace(ctx, async (tx) => {
    await record(tx, ctx, [{ type: 'thing.settled' }]);
    return (await tx.one<{ xid: string }>(transaction))?.xid ?? '';
  });
  for (let tries = 0; tries < 2_000; tries++) {
    await step(stage);
    if (BigInt(parseCursor(feed.position).xid) >= BigInt(xid)) return;
    await ctx.clock.sleep(5);
  }
}

let n = 0;
async function write({ line }: Stage, customer: number): Promise<void> {
  const metadata = { display_phone_number: '551130030001', phone_number_id: line.channel.phoneNumberId };
  const from = `551198765000${customer}`;
  const messages = [{ from, id: `wamid.R${++n}`, timestamp: '1795000000', type: 'text', text: { body: `oi ${n}` } }];
  const changes = [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, messages } }];
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: line.channel.accountId, changes }],
  });
  const channels = [{ workspaceId: line.ctx.workspaceId, channelId: line.channel.id }];
  await createReceiver(line.ctx)({ body, channels });
  await processReceipts(line.ctx, line.channel, { parse: parseWebhook, memory: { take: () => undefined } });
}

async function act(stage: Stage, ticket: number, request: ActionRequest): Promise<void> {
  const { ctx } = stage;
  await withWorkspace(ctx, async (tx) => {
    const ids = (await tx.rows<{ id: string }>(conversationIds, [ctx.workspaceId])).map(({ id }) => id);
    const places = [...(await placesOf(ctx, tx, ids)).values()];
    const { ticketId } = places[ticket % Math.max(1, places.length)] ?? { ticketId: null };
    if (ticketId === null) return;
    await actOnOne(ctx, tx, theHouse, ticketId, request).catch((error: unknown) => {
      if (!(error instanceof Fault && error.code === 'wrong_status')) throw error;
    });
  });
}

const small = fc.nat({ max: 4 });
const op = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), n: small, m: small }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('transfer' as const), n: small, m: small }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('assign' as const), n: small, m: small }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('resolve', 'staff'), n: small, m: small }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('step' as const), n: small, m: small }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('leave', 'come'), n: fc.nat({ max: 6 }), m: small }) },
);

async function play(stage: Stage, { do: what, n, m }: { do: string; n: number; m: number }): Promise<void> {
  const { clients, departments, members, ctx } = stage;
  const client = [...clients.values()][n % clients.size];
  const member = members[m % members.length]?.id ?? '';
  const departmentId = departments[m % 2] ?? '';
  if (what === 'write') await write(stage, n);
  else if (what === 'transfer') await act(stage, n, { do: 'transfer', departmentId, reason: 'é com eles' });
  else if (what === 'assign') await act(stage, n, { do: 'assign', memberId: member });
  else if (what === 'resolve') await act(stage, n, { do: 'resolve' });
  else if (what === 'staff')
    await withWorkspace(ctx, (tx) => setDepartmentMembers(ctx, tx, departmentId, n % 2 === 0 ? [member] : []));
  else if (what === 'step') await step(stage);
  else if (client !== undefined && what === 'leave') disconnect(stage, client);
  else if (client !== undefined) await connect(stage, client);
}

test('whatever happens, and whoever comes and goes: old state and events are what one would read, and nobody sees more', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 10, maxLength: 40 }), async (ops) => {
      const stage = await openStage();
      await settle(stage);
      for (const client of stage.clients.values()) await connect(stage, client);
      await settle(stage);
      for (const one of ops) await play(stage, one);
      for (const client of stage.clients.values()) await connect(stage, client);
      await settle(stage);
      const { from } = stage.clients.get('system') as Client;
      const ledger = await withWorkspace(stage.ctx, (tx) => readAfter(tx, from, 1_000));
      const clients = [...stage.clients.values()];
      for (const client of clients.filter(({ mode }) => mode === 'desk'))
        expect(client.items).toEqual(await fetchItems(stage, client));
      const [system, narrow] = clients
        .filter(({ mode }) => mode === 'raw')
        .map(({ raw }) => raw.map((one) => one.cursor));
      const all = ledger.events.map(({ cursor }) => cursor);
      expect(system).toEqual(all);
      // Some of it, in the same order, each once.
      expect(narrow).toEqual(all.filter((cursor) => narrow?.includes(cursor)));
    }),
    { numRuns: 30 },
  );
});

test('who has a cursor from elsewhere reads again', async () => {
  const stage = await openStage();
  const eva = stage.clients.get('eva') as Client;
  await connect(stage, eva);
  await settle(stage);
  disconnect(stage, eva);
  for (let customer = 0; customer < 3; customer++) await write(stage, customer);
  eva.cursor = `${2n ** 62n}-00000000-0000-4000-8000-000000000000`;
  await connect(stage, eva);
  await settle(stage);
  expect(eva.items.size).toBe(3);
  expect(compareCursors(eva.cursor ?? '', stage.feed.position ?? '')).toBeLessThanOrEqual(0);
});

test('a step that fails tells nothing, and the next one tells all of it once', async () => {
  const stage = await openStage();
  const [eva, system] = [stage.clients.get('eva') as Client, stage.clients.get('system') as Client];
  await connect(stage, eva);
  await connect(stage, system);
  await settle(stage);
  const before = system.raw.length;
  await write(stage, 1);
  stage.broken.now = true;
  await expect.poll(() => stage.feed.step().then(String, String)).toContain('away');
  expect([eva.items.size, system.raw.length]).toEqual([0, before]);
  stage.broken.now = false;
  await settle(stage);
  expect(eva.items.size).toBe(1);
  const cursors = system.raw.map(({ cursor }) => cursor);
  expect(new Set(cursors).size).toBe(cursors.length);
});

test('whoever has a conversation open is told of its messages and history as they would read them, until it is theirs no more', async () => {
  const stage = await openStage();
  const ana = stage.clients.get('ana') as Client;
  await write(stage, 1);
  await connect(stage, ana);
  await settle(stage);
  const [conversationId = ''] = ana.items.keys();
  ana.subscriber?.watching.add(conversationId);
  await write(stage, 1);
  await act(stage, 0, { do: 'transfer', departmentId: stage.departments[0], reason: 'é de vendas' });
  await settle(stage);
  const told = ana.watched.map((event) =>
    event.type === 'message.changed'
      ? event.data.message.text
      : event.type === 'ticket.event' && event.data.event?.kind,
  );
  expect(told).toEqual([`oi ${n}`, 'transferred']);
  await act(stage, 0, { do: 'transfer', departmentId: stage.departments[1], reason: 'é do suporte' });
  await write(stage, 1);
  await settle(stage);
  expect([ana.watched.length, ana.items.size, ana.subscriber?.watching.size]).toEqual([2, 0, 0]);
});
