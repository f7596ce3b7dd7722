import { baseRoles } from '@balcao/contract';
import { createApiKey } from '@balcao/core/access';
import { type DbCtx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { deriveCtx } from '@balcao/kernel';
import { type TestMember, testCtx, testLine, testMember, testSession, testWorkspace, ticketLab } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { type Api, type Browser, openApi } from './testing/open-api.ts';

let ctx: DbCtx;
let api: Api;
let shop: WorkspaceCtx;
let owner: TestMember;
let boss: Browser;

const browserOf = async (person: TestMember, at: WorkspaceCtx = shop): Promise<Browser> =>
  api.as((await testSession(ctx, person)).cookie, at.workspaceId);

beforeAll(async () => {
  ctx = await testCtx();
  api = await openApi(ctx);
  shop = await testWorkspace(ctx);
  owner = await testMember(shop, 'owner', { name: 'Dona Rosa' });
  boss = await browserOf(owner);
});

const tokenOf = (url: unknown): string => String(url).split('/').at(-1) ?? '';

async function newDepartment(name: string): Promise<string> {
  const id = ctx.ids.uuid();
  await ctx.db.login.query('insert into departments (workspace_id, id, name) values ($1, $2, $3)', [
    shop.workspaceId,
    id,
    name,
  ]);
  return id;
}

test('somebody new is invited, sees by whom, joins once, and is in their department', async () => {
  const departmentId = await newDepartment('Vendas');
  const invited = await boss.write('people.invite', {
    email: 'Joao@Loja.com.br',
    role: 'attendant',
    departmentIds: [departmentId],
  });
  expect(invited.status).toBe(200);
  const token = tokenOf(invited.body['url']);
  expect((await api.read('invitations.show', { token })).body).toMatchObject({
    email: 'joao@loja.com.br',
    invitedBy: 'Dona Rosa',
    workspaceName: 'Loja de teste',
    hasAccount: false,
  });
  const joao = { token, name: 'João Lima', password: 'Café-com-leite-9' };
  expect((await api.write('invitations.accept', { ...joao, password: 'curta' })).body['code']).toBe('weak_password');
  expect((await api.write('invitations.accept', { token })).body['code']).toBe('invalid_input');
  const both = await Promise.all([api.write('invitations.accept', joao), api.write('invitations.accept', joao)]);
  const joined = both.find((one) => one.status === 200);
  expect(both.filter((one) => one.status === 200)).toHaveLength(1);
  const me = await api.as(joined?.cookie).read('me.get');
  expect(me.body['workspaces']).toMatchObject([{ role: 'attendant', departmentIds: [departmentId] }]);
  expect((await api.read('invitations.show', { token })).status).toBe(410);
  expect((await boss.write('people.invite', { email: 'joao@loja.com.br', role: 'admin' })).body['code']).toBe(
    'already_member',
  );
});

test('a second invitation makes the first link worthless; taken back or too old, it opens nothing', async () => {
  const invite = async () =>
    tokenOf((await boss.write('people.invite', { email: 'ana@loja.com.br', role: 'supervisor' })).body['url']);
  const [first, second] = [await invite(), await invite()];
  expect((await api.read('invitations.show', { token: first })).status).toBe(410);
  expect((await api.read('invitations.show', { token: second })).status).toBe(200);
  const now = new Date(Date.now() + 8 * 24 * 3_600_000);
  const nextWeek = await openApi({ ...ctx, clock: { ...ctx.clock, now: () => now } });
  expect((await nextWeek.read('invitations.show', { token: second })).body['code']).toBe('link_over');
  const listed = (await boss.read('people.invitations')).body['invitations'] as { id: string; email: string }[];
  const [open, ...more] = listed.filter((one) => one.email === 'ana@loja.com.br');
  expect(more).toEqual([]);
  expect((await boss.write('people.revoke-invitation', { invitationId: open?.id })).body).toEqual({ changed: true });
  expect((await boss.write('people.revoke-invitation', { invitationId: open?.id })).body).toEqual({ changed: false });
  expect(
    (await api.write('invitations.accept', { token: second, name: 'Ana', password: 'Café-com-leite-9' })).status,
  ).toBe(410);
});

test('somebody known must be signed in as themselves: the link alone does not open their account', async () => {
  const other = await testWorkspace(ctx);
  const known = await testMember(other, 'attendant');
  const token = tokenOf((await boss.write('people.invite', { email: known.email, role: 'attendant' })).body['url']);
  expect((await api.read('invitations.show', { token })).body).toMatchObject({ hasAccount: true, signedIn: false });
  const stranger = api.as((await testSession(ctx, owner)).cookie);
  expect((await stranger.write('invitations.accept', { token, password: 'Café-com-leite-9', name: 'X' })).status).toBe(
    401,
  );
  const themselves = api.as((await testSession(ctx, known)).cookie);
  expect((await themselves.write('invitations.accept', { token })).status).toBe(200);
  expect((await themselves.read('me.get')).body['workspaces']).toHaveLength(2);
});

test('nobody gives what they lack: not by invitation, role or key; owners are made by owners', async () => {
  const admin = await browserOf(await testMember(shop, 'admin'));
  expect((await admin.write('people.invite', { email: 'x1@loja.com.br', role: 'owner' })).status).toBe(403);
  expect((await admin.write('people.invite', { email: 'x1@loja.com.br', role: 'admin' })).status).toBe(200);
  const hr = await boss.write('roles.create', {
    name: 'Gente',
    scopes: ['people:read', 'people:write', 'roles:write', 'api-keys:write'],
  });
  const roleId = hr.body['roleId'] as string;
  const clerk = await browserOf(await testMember(shop, 'custom', { customRoleId: roleId }));
  const attendant = await testMember(shop, 'attendant');
  expect((await clerk.write('people.invite', { email: 'x2@loja.com.br', role: 'attendant' })).body['code']).toBe(
    'forbidden',
  );
  expect(
    (await clerk.write('people.change-role', { memberId: attendant.memberId, role: 'custom', customRoleId: roleId }))
      .status,
  ).toBe(403);
  expect((await clerk.write('people.disable', { memberId: attendant.memberId })).status).toBe(403);
  expect((await clerk.write('roles.create', { name: 'Espia', scopes: ['messages:read'] })).status).toBe(403);
  expect((await clerk.write('roles.update', { roleId, scopes: [...baseRoles.admin] })).status).toBe(403);
  expect((await clerk.write('api-keys.create', { name: 'k', scopes: ['messages:read'] })).status).toBe(403);
  expect((await clerk.write('api-keys.create', { name: 'k', scopes: ['people:read'] })).status).toBe(200);
  expect((await clerk.write('people.reset-link', { memberId: owner.memberId })).status).toBe(403);
  expect((await admin.write('people.change-role', { memberId: owner.memberId, role: 'admin' })).status).toBe(403);
  expect((await admin.write('people.reset-link', { memberId: owner.memberId })).status).toBe(403);
  const plain = await browserOf(attendant);
  expect((await plain.write('people.invite', { email: 'x3@loja.com.br', role: 'attendant' })).status).toBe(403);
  expect((await plain.read('people.list')).status).toBe(200);
});

test('one owner always stays, also when two unmake each other at once', async () => {
  const place = await testWorkspace(ctx);
  const [a, b] = [await testMember(place, 'owner'), await testMember(place, 'owner')];
  const [one, two] = [await browserOf(a, place), await browserOf(b, place)];
  const answers = await Promise.all([
    one.write('people.change-role', { memberId: b.memberId, role: 'attendant' }),
    two.write('people.disable', { memberId: a.memberId }),
  ]);
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  const { rows } = await ctx.db.login.query(
    `select id from members where workspace_id = $1 and role = 'owner' and state = 'active'`,
    [place.workspaceId],
  );
  expect(rows).toHaveLength(1);
  const left = rows[0]?.id === a.memberId ? { at: one, id: a.memberId } : { at: two, id: b.memberId };
  expect((await left.at.write('people.disable', { memberId: left.id })).body['code']).toBe('last_owner');
  expect((await left.at.write('people.change-role', { memberId: left.id, role: 'admin' })).body['code']).toBe(
    'last_owner',
  );
});

test('a disabled member is out with the next request, and in again when enabled; other companies are not touched', async () => {
  const other = await testWorkspace(ctx);
  const person = await testMember(shop, 'attendant');
  const browser = await browserOf(person);
  expect((await browser.read('people.list')).status).toBe(200);
  expect((await boss.write('people.disable', { memberId: person.memberId })).body).toEqual({ changed: true });
  expect((await boss.write('people.disable', { memberId: person.memberId })).body).toEqual({ changed: false });
  expect((await browser.read('people.list')).status).toBe(403);
  expect((await browser.read('me.get')).body['workspaces']).toEqual([]);
  expect((await boss.write('people.enable', { memberId: person.memberId })).body).toEqual({ changed: true });
  expect((await browser.read('people.list')).status).toBe(200);
  const stranger = await testMember(other, 'attendant');
  for (const name of ['people.disable', 'people.sessions-revoke', 'people.reset-link'] as const)
    expect((await boss.write(name, { memberId: stranger.memberId })).status).toBe(404);
  expect((await boss.write('people.change-role', { memberId: stranger.memberId, role: 'admin' })).status).toBe(404);
});

test('a role of the own counts from the next request on, and goes only when nobody has it', async () => {
  const made = await boss.write('roles.create', { name: 'Leitura', scopes: ['people:read'] });
  const roleId = made.body['roleId'] as string;
  expect((await boss.write('roles.create', { name: 'LEITURA', scopes: ['people:read'] })).status).toBe(409);
  const reader = await testMember(shop, 'custom', { customRoleId: roleId });
  const browser = await browserOf(reader);
  expect((await browser.read('people.list')).status).toBe(200);
  expect((await browser.read('workspaces.get')).status).toBe(403);
  expect((await boss.write('roles.update', { roleId, scopes: ['workspace:read'] })).body).toEqual({ changed: true });
  expect((await browser.read('people.list')).status).toBe(403);
  expect((await browser.read('workspaces.get')).status).toBe(200);
  expect((await boss.write('roles.delete', { roleId })).status).toBe(409);
  await boss.write('people.change-role', { memberId: reader.memberId, role: 'attendant' });
  expect((await boss.write('roles.delete', { roleId })).body).toEqual({ changed: true });
  expect((await boss.read('roles.list')).body['base']).toHaveLength(5);
});

test('a link for a new password ends every session, is good once, and is given by hand only for one’s own people', async () => {
  const person = await testMember(shop, 'attendant');
  const before = await browserOf(person);
  const given = await boss.write('people.reset-link', { memberId: person.memberId });
  const token = tokenOf(given.body['url']);
  expect((await api.write('session.reset-password', { token, password: 'senha123456' })).body['code']).toBe(
    'weak_password',
  );
  expect((await api.write('session.reset-password', { token, password: 'Bolo-de-fubá-7' })).body).toEqual({
    done: true,
  });
  expect((await api.write('session.reset-password', { token, password: 'Bolo-de-fubá-8' })).body['code']).toBe(
    'link_over',
  );
  expect((await before.read('me.get')).status).toBe(401);
  expect((await api.write('session.sign-in', { email: person.email, password: person.password })).status).toBe(401);
  expect((await api.write('session.sign-in', { email: person.email, password: 'Bolo-de-fubá-7' })).status).toBe(200);
  const other = await testWorkspace(ctx);
  const elsewhere = await testMember(other, 'owner');
  const invited = await boss.write('people.invite', { email: elsewhere.email, role: 'attendant' });
  const them = api.as((await testSession(ctx, elsewhere)).cookie);
  const { body } = await them.write('invitations.accept', { token: tokenOf(invited.body['url']) });
  expect((await boss.write('people.reset-link', { memberId: body['memberId'] })).status).toBe(403);
});

test('an owner makes another company; an attendant makes none', async () => {
  const made = await boss.write('workspaces.create', { name: 'Filial' });
  expect(made.status).toBe(200);
  const mine = (await boss.read('me.get')).body['workspaces'] as { id: string; role: string }[];
  expect(mine).toContainEqual(expect.objectContaining({ id: made.body['workspaceId'], role: 'owner' }));
  const attendant = await browserOf(await testMember(shop, 'attendant'));
  expect((await attendant.write('workspaces.create', { name: 'Minha' })).status).toBe(403);
});

test('a key is shown once, works, and is refused once revoked; retrying makes no copy of it in the books', async () => {
  const made = await boss.write('api-keys.create', { name: 'ERP', scopes: ['people:read'] });
  const asked = () =>
    fetch(`${api.url}/api/v1/people.list`, { headers: { authorization: `Bearer ${made.body['key']}` } });
  expect((await asked()).status).toBe(200);
  const listed = (await boss.read('api-keys.list')).body['apiKeys'] as Record<string, unknown>[];
  expect(listed.find((one) => one['id'] === made.body['id'])).toMatchObject({
    createdBy: owner.memberId,
    revokedAt: null,
  });
  expect(JSON.stringify(listed)).not.toContain(made.body['key']);
  expect((await boss.write('api-keys.revoke', { apiKeyId: made.body['id'] })).body).toEqual({ changed: true });
  expect((await asked()).status).toBe(401);
  expect((await boss.write('api-keys.revoke', { apiKeyId: made.body['id'] })).status).toBe(404);
  const { rows } = await ctx.db.login.query('select count(*)::int as n from idempotent_answers');
  expect(rows).toEqual([{ n: 0 }]);
});

test('a key may never more than its maker may now, through another key neither, and nothing once the maker is out', async () => {
  const maker = await testMember(shop, 'admin');
  const scopes = ['people:read', 'people:write', 'conversations:read'];
  const made = await (await browserOf(maker)).write('api-keys.create', {
    name: 'Gaveta',
    scopes,
    expiresAt: new Date(ctx.clock.now().getTime() + 3_600_000).toISOString(),
  });
  const parent = { kind: 'api_key', id: String(made.body['id']) } as const;
  const child = await withWorkspace(shop, (tx) =>
    createApiKey(tx, deriveCtx(shop, { actor: parent }), { name: 'Outra', scopes: ['people:write', 'people:read'] }),
  );
  expect(child.expiresAt?.toISOString()).toBe(made.body['expiresAt']);
  const keys = [String(made.body['key']), child.key];
  const ask = async (scoped: 'people.list' | 'people.invite') =>
    await Promise.all(
      keys.map(async (key) => {
        const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
        const body = JSON.stringify({ email: 'eu-mesmo@fora.example', role: 'attendant', departmentIds: [] });
        const how = scoped === 'people.invite' ? { method: 'POST', body } : {};
        return (await fetch(`${api.url}/api/v1/${scoped}`, { headers, ...how })).status;
      }),
    );
  expect(await ask('people.list')).toEqual([200, 200]);
  await boss.write('people.change-role', { memberId: maker.memberId, role: 'attendant' });
  expect(await ask('people.list')).toEqual([200, 200]);
  expect(await ask('people.invite')).toEqual([403, 403]);
  await boss.write('people.disable', { memberId: maker.memberId });
  expect(await ask('people.list')).toEqual([401, 401]);
  await boss.write('people.enable', { memberId: maker.memberId });
  expect(await ask('people.list')).toEqual([200, 200]);
});

test('who is taken out lets nobody in any more: the links of their invitations are over, those of others are not', async () => {
  const leaver = await testMember(shop, 'admin');
  const invite = async (browser: Browser, email: string) =>
    tokenOf((await browser.write('people.invite', { email, role: 'admin', departmentIds: [] })).body['url']);
  const back = await invite(await browserOf(leaver), 'eu-de-novo@fora.example');
  const honest = await invite(boss, 'bia@loja.com.br');
  await boss.write('people.disable', { memberId: leaver.memberId });
  const me = { token: back, name: 'Eu', password: 'Café-com-leite-9' };
  expect((await api.write('invitations.accept', me)).body['code']).toBe('link_over');
  expect((await api.read('invitations.show', { token: honest })).status).toBe(200);
});

test('the customers of a member who is taken out wait in the queue again', async () => {
  const line = await testLine(ctx);
  const lab = ticketLab(line);
  const [chief, leaver] = [await testMember(line.ctx, 'owner'), await testMember(line.ctx, 'attendant')];
  const held = await lab.ticket({ status: 'open', assigneeId: leaver.memberId });
  const done = await lab.ticket({ status: 'resolved', assigneeId: leaver.memberId });
  const browser = await browserOf(chief, line.ctx);
  expect((await browser.write('people.disable', { memberId: leaver.memberId })).body).toEqual({ changed: true });
  const { rows } = await ctx.db.login.query(
    'select id, status, assignee_id from tickets where workspace_id = $1 order by id = $2 desc',
    [line.ctx.workspaceId, held],
  );
  expect(rows).toEqual([
    { id: held, status: 'queued', assignee_id: null },
    { id: done, status: 'resolved', assignee_id: leaver.memberId },
  ]);
});
