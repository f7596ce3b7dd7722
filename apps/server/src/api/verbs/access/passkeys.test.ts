import type { DbCtx, WorkspaceCtx } from '@balcao/db';
import { type TestMember, testCtx, testMember, testSession, testWorkspace } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { type Authenticator, softAuthenticator } from './testing/authenticator.ts';
import { type Answer, type Api, openApi } from './testing/open-api.ts';

let ctx: DbCtx;
let api: Api;
let shop: WorkspaceCtx;
const HERE = 'http://localhost:3000';

beforeAll(async () => {
  ctx = await testCtx();
  api = await openApi(ctx);
  shop = await testWorkspace(ctx);
});

const optionsOf = (answer: Answer) => answer.body['options'] as Record<string, unknown>;

async function add(person: TestMember, device: Authenticator, origin = HERE): Promise<Answer> {
  const { cookie } = await testSession(ctx, person);
  const asked = await api.as(cookie).write('me.passkeys-add-options');
  const response = device.create(optionsOf(asked), origin);
  return await api.as(`${cookie}; ${asked.cookie}`).write('me.passkeys-add', { name: 'Celular', response });
}

async function signIn(device: Authenticator, origin = HERE): Promise<Answer> {
  const asked = await api.write('session.passkey-options');
  return await api.as(asked.cookie).write('session.passkey-verify', { response: device.get(optionsOf(asked), origin) });
}

test('a passkey signs in without a password, past a second factor, and is listed with its last use', async () => {
  const person = await testMember(shop, 'attendant');
  await ctx.db.login.query('update persons set totp_confirmed_at = now(), totp_secret = $2 where id = $1', [
    person.personId,
    'x',
  ]);
  const device = softAuthenticator();
  const added = await add(person, device);
  expect(added.status).toBe(200);
  const entered = await signIn(device);
  expect(entered.body).toEqual({ done: true });
  const me = api.as(entered.cookie);
  expect((await me.read('me.get')).body).toMatchObject({ id: person.personId, passkeys: 1 });
  const [listed] = (await me.read('me.passkeys-list')).body['passkeys'] as Record<string, unknown>[];
  expect(listed).toMatchObject({ id: added.body['passkeyId'], name: 'Celular', lastUsedAt: expect.any(String) });
  expect((await add(person, device)).status).toBe(409);
  const stranger = api.as((await testSession(ctx, await testMember(shop))).cookie);
  expect((await stranger.write('me.passkeys-remove', { passkeyId: listed?.['id'] })).body).toEqual({ changed: false });
  expect((await me.write('me.passkeys-remove', { passkeyId: listed?.['id'] })).body).toEqual({ changed: true });
  expect(await signIn(device)).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
});

test('another site’s answer, an unknown key, a copied key and an answer given twice are refused', async () => {
  const person = await testMember(shop, 'attendant');
  const device = softAuthenticator();
  expect((await add(person, softAuthenticator(), 'https://evil.example')).status).toBe(400);
  await add(person, device);
  expect((await signIn(device, 'https://evil.example')).status).toBe(401);
  expect((await signIn(softAuthenticator())).body['code']).toBe('wrong_credentials');
  const asked = await api.write('session.passkey-options');
  const response = device.get(optionsOf(asked), HERE);
  const browser = api.as(asked.cookie);
  const twice = await Promise.all([1, 2].map(() => browser.write('session.passkey-verify', { response })));
  expect(new Set(twice.map((one) => one.status))).toEqual(new Set([200, 401]));
  device.rewind();
  expect((await signIn(device)).status).toBe(401);
  expect((await signIn(device)).status).toBe(200);
  expect((await api.write('session.passkey-verify', { response })).body['code']).toBe('challenge_over');
});

test('a browser that was left open adds no passkey without the password; one that has just signed in does', async () => {
  const person = await testMember(shop, 'attendant');
  const { cookie } = await testSession(ctx, person);
  const later = new Date(ctx.clock.now().getTime() + 6 * 60_000);
  const afterLunch = (await openApi({ ...ctx, clock: { ...ctx.clock, now: () => later } })).as(cookie);
  const asked = async (input = {}) => (await afterLunch.write('me.passkeys-add-options', input)).body['code'];
  expect(await asked()).toBe('challenge_over');
  expect(await asked({ password: 'Outra-senha-1' })).toBe('wrong_credentials');
  expect(await asked({ password: person.password })).toBeUndefined();
  expect((await api.as(cookie).write('me.passkeys-add-options')).status).toBe(200);
});
