import { settleLater } from '@balcao/core/access';
import { identify } from '@balcao/core/contacts';
import { type DbCtx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { type TestMember, testCtx, testMember, testSession, testWorkspace } from '@balcao/testkit';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Api, type Browser, openApi } from './testing/open-api.ts';

let ctx: DbCtx;
let api: Api;
let shop: WorkspaceCtx;
let owner: TestMember;
let boss: Browser;

beforeAll(async () => {
  ctx = await testCtx();
  api = await openApi(ctx);
});

beforeEach(async () => {
  shop = await testWorkspace(ctx);
  owner = await testMember(shop, 'owner', { name: 'Dona Rosa' });
  boss = api.as((await testSession(ctx, owner)).cookie, shop.workspaceId);
});

interface Entry {
  readonly id: string;
  readonly action: string;
  readonly memberId: string | null;
  readonly who: string | null;
  readonly subjectId: string | null;
  readonly address: string | null;
  readonly times: number;
  readonly data: Record<string, unknown>;
}

async function log(filter: Record<string, unknown> = {}, who = boss): Promise<Entry[]> {
  await settleLater(ctx, 5_000);
  const { body } = await who.read('access-log.list', filter);
  return body['entries'] as Entry[];
}

test('signing in and out, and being refused, stand in every company where the person works', async () => {
  const other = await testWorkspace(ctx);
  const person = await testMember(shop, 'attendant', { name: 'Beto' });
  await ctx.db.login.query(
    `insert into members (workspace_id, id, person_id, name, email, role) values ($1, $2, $3, 'Beto', $4, 'attendant')`,
    [other.workspaceId, ctx.ids.uuid(), person.personId, person.email],
  );
  await api.write('session.sign-in', { email: person.email, password: 'Outra-senha-1' });
  const { cookie } = await api.write('session.sign-in', { email: person.email, password: person.password });
  await api.as(cookie).write('session.sign-out');
  const told = await log({ memberId: person.memberId, group: 'session' });
  expect(told.map((one) => one.action).sort()).toEqual(['session.refused', 'session.signed-in', 'session.signed-out']);
  expect(told[0]).toMatchObject({ who: 'Beto', address: '127.0.0.1' });
  const there = await testMember(other, 'auditor');
  const auditor = api.as((await testSession(ctx, there)).cookie, other.workspaceId);
  expect((await log({ group: 'session' }, auditor)).map((one) => one.action)).toHaveLength(3);
});

test('every change of what somebody may do is told, by whom and about whom', async () => {
  const person = await testMember(shop, 'attendant');
  const { memberId } = person;
  await boss.write('people.change-role', { memberId, role: 'supervisor' });
  await boss.write('people.change-role', { memberId, role: 'supervisor' });
  await boss.write('people.disable', { memberId });
  const key = await boss.write('api-keys.create', { name: 'k', scopes: ['people:read'] });
  const about = await log({ subjectId: memberId });
  expect(about.map((one) => one.action)).toEqual(['person.disabled', 'person.role-changed', 'person.joined']);
  expect(about[1]).toMatchObject({ memberId: owner.memberId, data: { from: 'attendant', to: 'supervisor' } });
  expect((await log({ group: 'api-key' }))[0]).toMatchObject({ subjectId: key.body['id'], memberId: owner.memberId });
  expect((await boss.write('people.disable', { memberId: ctx.ids.uuid() })).status).toBe(404);
  expect(JSON.stringify(await log())).not.toContain(key.body['key']);
});

test('a contact that is opened often is one entry that counts; another one, or another person, is another', async () => {
  const people = await withWorkspace(shop, (tx) =>
    identify(tx, shop, [{ waId: '5511987650001' }, { waId: '5511987650002' }]),
  );
  const [a, b] = people.people.map((one) => one.contactId);
  await Promise.all([1, 2, 3].map(() => boss.read('contacts.get', { id: a })));
  await boss.read('contacts.get', { id: b });
  await boss.read('contacts.get', { id: ctx.ids.uuid() });
  const told = await log({ action: 'read.contact' });
  expect(new Map(told.map(({ subjectId, times }) => [subjectId, times]))).toEqual(
    new Map([
      [a, 3],
      [b, 1],
    ]),
  );
  const now = new Date(Date.now() + 6 * 60_000);
  const later = await openApi({ ...ctx, clock: { ...ctx.clock, now: () => now } });
  await later.as((await testSession(ctx, owner)).cookie, shop.workspaceId).read('contacts.get', { id: a });
  expect((await log({ subjectId: a })).map((one) => one.times)).toEqual([1, 3]);
});

test('whatever shows a customer is told: the inbox, a ticket, its notes, an import and an export', async () => {
  const [one] = (await withWorkspace(shop, (tx) => identify(tx, shop, [{ waId: '5511987650003' }]))).people;
  const contactId = one?.contactId;
  await boss.read('inbox.list', { view: 'all' });
  await boss.read('inbox.list', { view: 'resolved' });
  await boss.read('contact-notes.list', { contactId });
  await boss.read('contacts.opt-ins', { id: contactId });
  await boss.read('tickets.of-contact', { contactId });
  await boss.read('notes.list', { conversationId: ctx.ids.uuid() });
  const { body } = await boss.write('exports.start', { format: 'csv' });
  await boss.read('exports.get', { exportId: (body['export'] as Entry).id });
  const told = (await log()).map(({ action, times }) => `${action} ${times}`);
  expect(told.filter((line) => !line.startsWith('person.') && !line.startsWith('session.')).sort()).toEqual([
    'export.started 1',
    'read.contact 3',
    'read.inbox 1',
    'read.ticket 1',
  ]);
  const [begun] = await log({ group: 'export' });
  expect(begun).toMatchObject({ memberId: owner.memberId, data: { format: 'csv' } });
});

test('what the database could not take at once is written when it can', async () => {
  const [contact] = (await withWorkspace(shop, (tx) => identify(tx, shop, [{ waId: '5511987650009' }]))).people;
  let failures = 3;
  const connect = ctx.db.app.pool.connect.bind(ctx.db.app.pool);
  const { logReads } = await import('@balcao/core/access');
  const pool = new Proxy(ctx.db.app.pool, {
    get: (target, name) =>
      name === 'connect'
        ? () => (failures-- > 0 ? Promise.reject(new Fault('unavailable', 'away')) : connect())
        : Reflect.get(target, name),
  });
  const db = { ...ctx.db, app: { ...ctx.db.app, pool } };
  const actor = { kind: 'person', id: owner.memberId } as const;
  const from = { address: '127.0.0.1', device: 'test' };
  const shown = { action: 'read.contact', subjectKind: 'contact', subjectId: contact?.contactId } as const;
  const away = { ...shop, db, actor };
  logReads(away, [shown], from);
  await settleLater(away, 10_000);
  expect(failures).toBeLessThan(0);
  expect(await log({ subjectId: contact?.contactId })).toHaveLength(1);
});

test('the book is paged, filtered by time, closed to other companies, and nobody changes what stands there', async () => {
  for (let n = 0; n < 5; n++) await boss.write('roles.create', { name: `Papel ${n}`, scopes: ['people:read'] });
  const page = await boss.read('access-log.list', { group: 'role', limit: 2 });
  const next = await boss.read('access-log.list', { group: 'role', limit: 200, before: page.body['next'] });
  expect([page.body['entries'], next.body['entries']].map((one) => (one as Entry[]).length)).toEqual([2, 3]);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  expect(await log({ from: tomorrow })).toEqual([]);
  expect((await log({ until: tomorrow })).length).toBeGreaterThan(4);
  const attendant = api.as((await testSession(ctx, await testMember(shop, 'attendant'))).cookie, shop.workspaceId);
  expect((await attendant.read('access-log.list')).status).toBe(403);
  const change = withWorkspace(shop, (tx) =>
    tx.run({ name: 'test/forge', text: `update access_log set action = 'x.y'` }),
  );
  await expect(change).rejects.toThrow();
});

test('as a file it opens in a spreadsheet and runs nothing there', async () => {
  const person = await testMember(shop, 'attendant');
  const evil = '=HYPERLINK("http://evil";"x")';
  await fetch(`${api.url}/api/v1/session.sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', 'user-agent': evil },
    body: JSON.stringify({ email: person.email, password: person.password }),
  });
  const { body } = await boss.read('access-log.export', { memberId: person.memberId });
  expect(body).toMatchObject({ entries: 2, next: null, fileName: expect.stringMatching(/^access-log-.*\.csv$/) });
  const csv = String(body['csv']);
  expect(csv).toContain(`"'=HYPERLINK(""http://evil"";""x"")"`);
  expect(csv).not.toMatch(/(^|,)"?[=+@]/m);
});
