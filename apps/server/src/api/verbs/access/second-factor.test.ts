import type { DbCtx, WorkspaceCtx } from '@balcao/db';
import { type TestMember, testCtx, testMember, testSession, testWorkspace } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { type Api, openApi } from './testing/open-api.ts';
import { codeFor } from './testing/totp-app.ts';

let ctx: DbCtx;
let shop: WorkspaceCtx;
let now = new Date('2026-12-01T12:00:00Z');

const minutes = (n: number) => {
  now = new Date(now.getTime() + n * 60_000);
};
let api: Api;

beforeAll(async () => {
  const base = await testCtx();
  ctx = { ...base, clock: { ...base.clock, now: () => now } };
  api = await openApi(ctx);
  shop = await testWorkspace(ctx);
});

async function withTotp(): Promise<{ person: TestMember; secret: string; backupCodes: string[]; cookie: string }> {
  const person = await testMember(shop, 'attendant');
  const { cookie } = await testSession(ctx, person);
  const begun = await api.as(cookie).write('me.totp-enable', { password: person.password });
  const secret = String(begun.body['secret']);
  const confirmed = await api.as(cookie).write('me.totp-confirm', { code: codeFor(secret, now) });
  expect(confirmed.status).toBe(200);
  minutes(1);
  return { person, secret, backupCodes: confirmed.body['backupCodes'] as string[], cookie };
}

const halfWay = async ({ email, password }: TestMember) => {
  const answer = await api.write('session.sign-in', { email, password });
  expect(answer.body).toEqual({ next: 'totp' });
  return api.as(answer.cookie);
};

test('the second factor counts once its first code was right, and other sessions end', async () => {
  const person = await testMember(shop, 'attendant');
  const [here, there] = [await testSession(ctx, person), await testSession(ctx, person)];
  const mine = api.as(here.cookie);
  expect((await mine.write('me.totp-enable', { password: 'Outra-senha-1' })).body['code']).toBe('wrong_credentials');
  const begun = await mine.write('me.totp-enable', { password: person.password });
  expect(begun.body['uri']).toMatch(/^otpauth:\/\/totp\//);
  expect((await api.write('session.sign-in', { email: person.email, password: person.password })).body).toEqual({
    done: true,
  });
  expect((await mine.write('me.totp-confirm', { code: '000000' })).body['code']).toBe('wrong_code');
  const code = codeFor(String(begun.body['secret']), now);
  const both = await Promise.all([mine.write('me.totp-confirm', { code }), mine.write('me.totp-confirm', { code })]);
  expect(new Set(both.map((one) => one.status))).toEqual(new Set([200, 409]));
  expect((await api.as(there.cookie).read('me.get')).status).toBe(401);
  expect((await mine.read('me.get')).body).toMatchObject({ totp: true, backupCodesLeft: 10 });
  const { rows } = await ctx.db.login.query('select totp_secret from persons where id = $1', [person.personId]);
  expect(JSON.stringify(rows)).not.toContain(begun.body['secret']);
});

test('the password alone opens nothing; a code is good once', async () => {
  const { person, secret } = await withTotp();
  const half = await halfWay(person);
  expect((await half.read('me.get')).status).toBe(401);
  expect((await half.write('session.verify-totp', { code: '000000' })).body['code']).toBe('wrong_code');
  const code = codeFor(secret, now);
  const in1 = await half.write('session.verify-totp', { code });
  expect(in1.body).toEqual({ done: true });
  expect((await api.as(in1.cookie).read('me.get')).status).toBe(200);
  expect((await half.write('session.verify-totp', { code })).body['code']).toBe('challenge_over');
  const again = await halfWay(person);
  expect((await again.write('session.verify-totp', { code })).body['code']).toBe('wrong_code');
  minutes(1);
  expect((await again.write('session.verify-totp', { code: codeFor(secret, now) })).status).toBe(200);
});

test('a backup code opens once, however it is typed', async () => {
  const { person, backupCodes } = await withTotp();
  const typed = backupCodes[0]?.toLowerCase().replaceAll('-', ' ');
  const [a, b] = [await halfWay(person), await halfWay(person)];
  const both = await Promise.all([
    a.write('session.verify-totp', { backupCode: typed }),
    b.write('session.verify-totp', { backupCode: typed }),
  ]);
  expect(new Set(both.map((one) => one.status))).toEqual(new Set([200, 401]));
  expect((await (await halfWay(person)).write('session.verify-totp', { backupCode: backupCodes[1] })).status).toBe(200);
});

test('guessing the code is slowed across sign-ins, and half a sign-in does not last', async () => {
  const { person, secret } = await withTotp();
  const statuses: number[] = [];
  for (let n = 0; n < 7; n++)
    statuses.push((await (await halfWay(person)).write('session.verify-totp', { code: '000000' })).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  const half = await halfWay(person);
  minutes(11);
  expect((await half.write('session.verify-totp', { code: codeFor(secret, now) })).body['code']).toBe('challenge_over');
  expect((await api.write('session.verify-totp', { code: '123456' })).body['code']).toBe('challenge_over');
});

test('changing the password or giving up the second factor ends the other sessions, not this one', async () => {
  const { person, cookie } = await withTotp();
  const other = await testSession(ctx, person);
  const mine = api.as(cookie);
  const change = { current: person.password, password: 'Arroz-doce-da-vó-3' };
  expect((await mine.write('me.change-password', { ...change, password: person.email })).body['code']).toBe(
    'weak_password',
  );
  expect((await mine.write('me.change-password', change)).body).toEqual({ revoked: 1 });
  expect((await api.as(other.cookie).read('me.get')).status).toBe(401);
  expect((await mine.write('me.change-password', change)).body['code']).toBe('wrong_credentials');
  const third = await testSession(ctx, person);
  expect((await mine.write('me.totp-disable', { password: change.password })).body).toEqual({ changed: true });
  expect((await api.as(third.cookie).read('me.get')).status).toBe(401);
  expect((await mine.read('me.get')).body).toMatchObject({ totp: false, backupCodesLeft: 0 });
  expect((await api.write('session.sign-in', { email: person.email, password: change.password })).body).toEqual({
    done: true,
  });
});
