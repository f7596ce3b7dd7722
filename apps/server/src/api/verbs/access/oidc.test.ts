import type { DbCtx, WorkspaceCtx } from '@balcao/db';
import { Secret } from '@balcao/kernel';
import { testConfig, testCtx, testMember, testSession, testWorkspace } from '@balcao/testkit';
import Fastify from 'fastify';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, openApi } from './testing/open-api.ts';

let ctx: DbCtx;
let api: Api;
let shop: WorkspaceCtx;
let issuer: string;
/** What the provider says of whoever signs in there. */
let says: Record<string, unknown> = {};
let asked: Record<string, string> = {};
let nonce = '';

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const stranger = await generateKeyPair('ES256');
  const provider = Fastify();
  provider.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  provider.get('/.well-known/openid-configuration', async () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
  }));
  provider.get('/keys', async () => ({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] }));
  provider.post('/token', async (request) => {
    asked = request.body as Record<string, string>; // parsed above
    const {
      forged,
      aud = 'balcao',
      ...claims
    }: Record<string, unknown> = { nonce, email_verified: true, sub: 'u1', ...says };
    const key = forged === true ? stranger.privateKey : privateKey;
    const token = new SignJWT(claims).setProtectedHeader({ alg: 'ES256' }).setIssuer(issuer).setAudience(String(aud));
    return { id_token: await token.setIssuedAt().setExpirationTime('5m').sign(key) };
  });
  issuer = await provider.listen({ port: 0, host: '127.0.0.1' });
  afterAll(() => provider.close());
  const oidc = { issuer, clientId: 'balcao', clientSecret: new Secret('s3'), name: 'Conta da loja' };
  ctx = await testCtx({ config: { ...testConfig(), oidc } });
  api = await openApi(ctx);
  shop = await testWorkspace(ctx);
});

/** A browser goes there and comes back; `state` may be somebody else's. */
async function comeBack(claims: Record<string, unknown>, state?: string): Promise<Response> {
  says = claims;
  const started = await api.write('session.oidc-start');
  const url = new URL(String(started.body['url']));
  nonce = url.searchParams.get('nonce') ?? '';
  const back = `${api.url}/api/oidc/callback?code=c1&state=${state ?? url.searchParams.get('state')}`;
  return await fetch(back, { redirect: 'manual', headers: { cookie: started.cookie ?? '' } });
}

const whereTo = (answer: Response) => answer.headers.get('location');
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .find((one) => one.startsWith('balcao_session='))
    ?.split(';')[0];

test('a person is known by a verified e-mail, and afterwards by the subject alone', async () => {
  expect((await api.read('session.providers')).body['oidc']).toEqual({ name: 'Conta da loja' });
  const person = await testMember(shop, 'attendant');
  const first = await comeBack({ sub: 'ana', email: person.email.toUpperCase() });
  expect(whereTo(first)).toBe('/');
  expect(asked).toMatchObject({
    code: 'c1',
    client_secret: 's3',
    redirect_uri: 'http://localhost:3000/api/oidc/callback',
  });
  expect((await api.as(cookieOf(first)).read('me.get')).body).toMatchObject({ id: person.personId });
  const moved = await comeBack({ sub: 'ana', email: 'outro@exemplo.com' });
  expect((await api.as(cookieOf(moved)).read('me.get')).body).toMatchObject({ id: person.personId });
});

test('somebody invited becomes a member without a password; a stranger nothing', async () => {
  const owner = api.as((await testSession(ctx, await testMember(shop, 'owner'))).cookie, shop.workspaceId);
  await owner.write('people.invite', { email: 'novo@exemplo.com', role: 'supervisor' });
  const joined = await comeBack({ sub: 'novo', email: 'novo@exemplo.com', name: 'Nara Novo' });
  expect((await api.as(cookieOf(joined)).read('me.get')).body).toMatchObject({
    name: 'Nara Novo',
    hasPassword: false,
    workspaces: [{ role: 'supervisor' }],
  });
  const stranger = await comeBack({ sub: 'x', email: 'ninguem@exemplo.com' });
  expect(whereTo(stranger)).toBe('/sign-in?problem=forbidden');
  expect(cookieOf(stranger)).toBeUndefined();
});

test.each([
  ['an e-mail that is not verified', { email_verified: false }],
  ['another nonce', { nonce: 'other' }],
  ['another audience', { aud: 'other' }],
  ['another key', { forged: true }],
])('%s does not get in', async (_what, claims) => {
  const person = await testMember(shop, 'attendant');
  const answer = await comeBack({ sub: `s-${person.personId}`, email: person.email, ...claims });
  expect(whereTo(answer)).toMatch(/^\/sign-in\?problem=(forbidden|provider_failed)$/);
  expect(cookieOf(answer)).toBeUndefined();
});

test('an answer with another state, from another browser or a second time does not get in', async () => {
  const person = await testMember(shop, 'attendant');
  expect(whereTo(await comeBack({ email: person.email, sub: 'y' }, 'other'))).toBe('/sign-in?problem=challenge_over');
  const started = await api.write('session.oidc-start');
  const state = new URL(String(started.body['url'])).searchParams.get('state');
  nonce = new URL(String(started.body['url'])).searchParams.get('nonce') ?? '';
  const back = (cookie: string) =>
    fetch(`${api.url}/api/oidc/callback?code=c1&state=${state}`, { redirect: 'manual', headers: { cookie } });
  expect(whereTo(await back(''))).toBe('/sign-in?problem=challenge_over');
  expect(whereTo(await back(started.cookie ?? ''))).toBe('/');
  expect(whereTo(await back(started.cookie ?? ''))).toBe('/sign-in?problem=challenge_over');
});
