import { openWelcome } from '@balcao/core/access';
import { createWorkspace } from '@balcao/core/workspaces';
import { type DbCtx, inWorkspace, type WorkspaceCtx } from '@balcao/db';
import { testCtx, testMember, testSession, testWorkspace } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { type Api, openApi } from './testing/open-api.ts';

let ctx: DbCtx;
let shop: WorkspaceCtx;
let api: Api;

beforeAll(async () => {
  ctx = await testCtx();
  api = await openApi(ctx);
});

const maria = {
  name: 'Maria Souza',
  email: 'Maria@Padaria.com.br',
  password: 'Pão-quente-às-6',
  company: 'Padaria da Maria',
  language: 'pt-BR',
};

test('the link of the first start makes one owner, of the new company and of those that nobody owns', async () => {
  const demo = await createWorkspace(ctx, { name: 'Demonstração' });
  const old = await openWelcome(ctx);
  const token = await openWelcome(ctx);
  // As many processes as start print one each: every one of them is good, and one makes the owner.
  expect(await api.read('setup.show', { token: old })).toMatchObject({ body: { good: true } });
  expect(await api.read('setup.show', { token })).toMatchObject({ body: { good: true } });
  expect(await api.read('session.providers')).toMatchObject({ body: { hasOwner: false, oidc: null, mail: false } });
  expect(await api.write('setup.create-owner', { ...maria, token, password: 'mariasouza1' })).toMatchObject({
    status: 422,
    body: { code: 'weak_password', issues: [{ path: 'password', problem: 'about_you' }] },
  });
  const both = await Promise.all(
    [token, token, old, old].map((link, n) =>
      api.write('setup.create-owner', { ...maria, token: link, ...(n > 1 && { company: `Filial ${n}` }) }),
    ),
  );
  expect(both.map((one) => one.status).sort((a, b) => a - b)).toEqual([200, 410, 410, 410]);
  expect(await api.read('setup.show', { token: old })).toMatchObject({ body: { good: false } });
  const made = both.find((one) => one.status === 200);
  const me = await api.as(made?.cookie).read('me.get');
  expect(me.body).toMatchObject({
    name: 'Maria Souza',
    email: 'maria@padaria.com.br',
    totp: false,
    backupCodesLeft: 0,
  });
  const places = me.body['workspaces'] as { id: string; role: string; slug: string }[];
  expect(places.map((one) => one.role)).toEqual(['owner', 'owner']);
  expect(places.map((one) => one.id)).toContain(demo.id);
  expect(await openWelcome(ctx)).toBeUndefined();
  expect(await api.read('session.providers')).toMatchObject({ body: { hasOwner: true } });
  shop = inWorkspace(ctx, String(made?.body['workspaceId']));
});

test('a person signs in with a new token each time, and out again at once', async () => {
  const first = await api.write('session.sign-in', { email: 'MARIA@padaria.com.br', password: maria.password });
  expect(first).toMatchObject({ status: 200, body: { done: true } });
  expect(first.setCookie).toMatch(/^balcao_session=[\w-]{43}; Max-Age=86\d{3}; Path=\/; HttpOnly; SameSite=Lax$/);
  const second = await api.as(first.cookie).write('session.sign-in', { email: maria.email, password: maria.password });
  expect(second.cookie).not.toBe(first.cookie);
  expect((await api.as(first.cookie).read('me.get')).status).toBe(401);
  expect((await api.as(second.cookie).read('me.get')).status).toBe(200);
  expect((await api.as(second.cookie).write('session.sign-out')).body).toEqual({ done: true });
  expect((await api.as(second.cookie).read('me.get')).status).toBe(401);
});

test('a wrong password, nobody’s address and a person without password get one answer', async () => {
  const person = await testMember(shop, 'attendant');
  const wrong = await api.write('session.sign-in', { email: person.email, password: 'Outra-senha-1' });
  const nobody = await api.write('session.sign-in', { email: 'ninguem@exemplo.com', password: 'Outra-senha-1' });
  expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
  expect(nobody.body).toEqual(wrong.body);
  expect(wrong.setCookie).toBeUndefined();
});

test('guessing is slowed, also for who does not exist, and the right password waits as well', async () => {
  const person = await testMember(shop, 'attendant');
  for (const email of [person.email, 'ninguem-2@exemplo.com']) {
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => api.write('session.sign-in', { email, password: 'Outra-senha-1' })),
    );
    expect(guesses.filter((one) => one.status === 401)).toHaveLength(5);
    const refused = await api.write('session.sign-in', { email, password: person.password });
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(refused.body['retryAfter'])).toBeGreaterThan(0);
  }
});

test('the same counts in a process that starts anew, and waiting forgives', async () => {
  const person = await testMember(shop, 'attendant');
  for (let n = 0; n < 5; n++) await api.write('session.sign-in', { email: person.email, password: 'Outra-senha-1' });
  const later = new Date(Date.now() + 3_000);
  const restarted = await openApi({ ...ctx, clock: { ...ctx.clock, now: () => later } });
  const again = { email: person.email, password: 'Outra-senha-1' };
  expect((await restarted.write('session.sign-in', again)).status).toBe(401);
  expect((await restarted.write('session.sign-in', again)).body['retryAfter']).toBe(4);
  const muchLater = new Date(Date.now() + 60_000);
  const patient = await openApi({ ...ctx, clock: { ...ctx.clock, now: () => muchLater } });
  expect((await patient.write('session.sign-in', { ...again, password: person.password })).status).toBe(200);
  expect((await patient.write('session.sign-in', again)).status).toBe(401);
});

test('a session ends after 24 hours, whatever is remembered of it', async () => {
  const person = await testMember(shop);
  const { cookie } = await testSession(ctx, person);
  expect((await api.as(cookie).read('me.get')).status).toBe(200);
  const at = (hours: number) => {
    const now = new Date(Date.now() + hours * 3_600_000);
    return openApi({ ...ctx, clock: { ...ctx.clock, now: () => now } });
  };
  expect((await (await at(23.9)).as(cookie).read('me.get')).status).toBe(200);
  expect((await (await at(24.1)).as(cookie).read('me.get')).status).toBe(401);
});

test('a session that is revoked elsewhere is refused by the very next request, and heard of by all', async () => {
  const person = await testMember(shop);
  const [here, there] = await Promise.all([testSession(ctx, person), testSession(ctx, person)]);
  expect((await api.as(there.cookie).read('me.get')).status).toBe(200);
  const listed = await api.as(here.cookie).read('me.sessions-list');
  const sessions = listed.body['sessions'] as { id: string; current: boolean }[];
  const other = sessions.find((one) => !one.current);
  expect(sessions).toHaveLength(2);
  const heard: string[] = [];
  const stop = await ctx.db.listen('balcao_sessions', (id) => heard.push(id));
  expect((await api.as(here.cookie).write('me.sessions-revoke', { sessionId: other?.id })).body).toEqual({
    changed: true,
  });
  expect((await api.as(there.cookie).read('me.get')).status).toBe(401);
  await expect.poll(() => heard).toEqual([other?.id]);
  await stop();
  const stranger = await testSession(ctx, await testMember(shop));
  const mine = sessions.find((one) => one.current)?.id;
  expect((await api.as(stranger.cookie).write('me.sessions-revoke', { sessionId: mine })).body).toEqual({
    changed: false,
  });
  expect((await api.as(here.cookie).read('me.get')).status).toBe(200);
});

test('another process, which remembers the session, refuses it as soon as it hears', async () => {
  const elsewhere = { ...ctx, db: { ...ctx.db } };
  const other = await openApi(elsewhere);
  const person = await testMember(shop);
  const [here, there] = [await testSession(ctx, person), await testSession(ctx, person)];
  expect((await other.as(there.cookie).read('me.get')).status).toBe(200);
  expect((await api.as(here.cookie).write('me.sessions-revoke-others')).body).toEqual({ revoked: 1 });
  await expect.poll(async () => (await other.as(there.cookie).read('me.get')).status, { timeout: 1_000 }).toBe(401);
});

test('answers and refusals carry the headers that keep a browser from doing more with them', async () => {
  for (const answer of [await api.read('session.providers'), await api.read('me.get')])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
});

test('under https the cookie stays with this host and off plain connections', async () => {
  const config = { ...ctx.config, publicUrl: 'https://balcao.exemplo.com' };
  const secure = await openApi({ ...ctx, config });
  const person = await testMember(shop);
  const { setCookie } = await secure.write('session.sign-in', { email: person.email, password: person.password });
  expect(setCookie).toMatch(/^__Host-balcao_session=.*; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
});

test('a write by cookie from somebody else’s page, or as a form, is refused', async () => {
  const { cookie } = await testSession(ctx, await testMember(shop));
  const from = (headers: Record<string, string>) =>
    fetch(`${api.url}/api/v1/me.update`, { method: 'POST', body: '{"name":"X"}', headers: { cookie, ...headers } });
  const json = { 'content-type': 'application/json' };
  expect((await from({ ...json, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await from({ ...json, 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await from({ ...json, origin: 'https://evil.example' })).status).toBe(403);
  expect((await from(json)).status).toBe(403);
  expect((await from({ 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' })).status).toBeGreaterThanOrEqual(
    400,
  );
  expect((await from({ ...json, origin: api.url })).status).toBe(200);
  expect((await from({ ...json, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
});

test('in a workspace a person is its member or nobody, and a disabled member nobody at once', async () => {
  const other = await testWorkspace(ctx);
  const person = await testMember(shop, 'attendant');
  const { cookie } = await testSession(ctx, person);
  const asked = (id: string) => api.as(cookie, id).read('workspaces.get');
  expect((await asked(shop.workspaceId)).status).toBe(200);
  expect(await asked(other.workspaceId)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect((await api.as(cookie).read('workspaces.get')).status).toBe(400);
  expect((await api.as(cookie, shop.workspaceId).read('jobs.dead')).status).toBe(403);
  await ctx.db.login.query(`update members set state = 'disabled' where id = $1`, [person.memberId]);
  expect((await asked(shop.workspaceId)).status).toBe(403);
});
