import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { HttpError, type HttpRequest } from '@balcao/kernel';
import { testCtx, testWorkspace } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import type { FlowRequest } from '../talk/session.ts';
import { listAddresses, removeAddress, saveAddress } from './addresses.ts';
import { runFetch } from './run-fetch.ts';

let shop: WorkspaceCtx;
const asked: HttpRequest[] = [];
let answer: () => { status: number; body: string };

beforeAll(async () => {
  const base = await testWorkspace(await testCtx());
  const http: WorkspaceCtx['http'] = {
    ...base.http,
    async request(request) {
      asked.push(request);
      const { status, body } = answer();
      return { status, headers: {}, body: Buffer.from(body) };
    },
  };
  shop = { ...base, http };
});

const request = (more: Partial<FlowRequest> = {}): FlowRequest => ({
  step: 's',
  method: 'GET',
  url: 'https://erp.example/x',
  headers: { 'x-own': '1' },
  timeoutMs: 2_000,
  save: { total: 'data.items[0].total', all: 'data', gone: 'data.constructor.name', flag: 'ok' },
  ...more,
});
const fails = (error: Error) => () => {
  throw error;
};
const save = (url: string, headers: { name: string; value?: string }[] = []) =>
  withWorkspace(shop, (tx) => saveAddress(shop, tx, { name: 'ERP', url, headers }));

test('what is kept of an answer is picked by its path, as text, and own members only', async () => {
  answer = () => ({ status: 200, body: '{"ok":true,"data":{"items":[{"total":12.5}]}}' });
  expect(await runFetch(shop, request())).toEqual({
    ok: true,
    status: 200,
    values: { total: '12.5', all: '{"items":[{"total":12.5}]}', gone: '', flag: 'true' },
  });
  expect(asked.at(-1)).toMatchObject({ method: 'GET', url: 'https://erp.example/x', timeoutMs: 2_000 });
  expect(asked.at(-1)?.trust).toBeUndefined(); // the public internet only
});

test.each([
  ['an error of theirs', () => ({ status: 500, body: '{}' }), { ok: false, why: 'status', status: 500 }],
  ['what is no JSON', () => ({ status: 200, body: '<html>' }), { ok: false, why: 'unreadable', status: 200 }],
  ['slowness', fails(new HttpError('sent', 'timeout', 'x')), { ok: false, why: 'timeout' }],
  ['an inside address', fails(new HttpError('connect', 'forbidden_address', 'x')), { ok: false, why: 'forbidden' }],
  ['too much', fails(new HttpError('body', 'too_large', 'x')), { ok: false, why: 'too_large' }],
  ['being given up', fails(new HttpError('sent', 'aborted', 'x')), { ok: false, why: 'given_up' }],
  ['anything else', fails(new TypeError('x')), { ok: false, why: 'unreachable' }],
])('%s is an answer too: nothing is thrown', async (_, given, result) => {
  answer = given;
  expect(await runFetch(shop, request())).toEqual(result);
});

test('plain text is kept whole where all of it is asked for', async () => {
  answer = () => ({ status: 200, body: 'pronto' });
  expect(await runFetch(shop, request({ save: { x: '$' } }))).toEqual({
    ok: true,
    status: 200,
    values: { x: 'pronto' },
  });
});

test('a literal address that is not https is never called', async () => {
  const before = asked.length;
  expect(await runFetch(shop, request({ url: 'http://erp.example/' }))).toEqual({ ok: false, why: 'forbidden' });
  expect(await runFetch(shop, request({ url: undefined }))).toEqual({ ok: false, why: 'forbidden' });
  expect(asked.length).toBe(before);
});

test('an address of the company brings its server and its keys; the flow can neither change them nor climb out', async () => {
  answer = () => ({ status: 204, body: '' });
  await save('https://erp.example/api', [{ name: 'Authorization', value: 'Bearer s3cret' }]);
  const named = (path: string, headers = {}) =>
    runFetch(shop, request({ url: undefined, address: 'erp', path, headers, save: {} }));
  expect(await named('/orders/1', { authorization: 'mine' })).toEqual({ ok: true, status: 204, values: {} });
  expect(asked.at(-1)).toMatchObject({
    url: 'https://erp.example/api/orders/1',
    headers: { authorization: 'Bearer s3cret' },
  });
  const before = asked.length;
  for (const path of ['../admin', '..%2fadmin/../..', '%2e%2e/admin', 'a/../../b']) await named(path);
  for (const { url } of asked.slice(before)) expect(new URL(url).href).toMatch(/^https:\/\/erp\.example\/api\//);
  expect(await runFetch(shop, request({ url: undefined, address: 'other' }))).toEqual({ ok: false, why: 'forbidden' });
});

test('keys are kept sealed, told to nobody, kept when not given, and never follow the address to another server', async () => {
  await save('https://erp.example/api', [{ name: 'Authorization', value: 'Bearer s3cret' }]);
  const [told] = await withWorkspace(shop, (tx) => listAddresses(shop, tx));
  expect(told).toMatchObject({ name: 'ERP', headers: ['authorization'] });
  expect(JSON.stringify(told)).not.toContain('s3cret');
  expect((await save('https://erp.example/v2', [{ name: 'authorization' }])).headers).toEqual(['authorization']);
  expect((await save('https://evil.example/', [{ name: 'authorization' }])).headers).toEqual([]);
});

test.each(['http://erp.example', 'https://a:b@erp.example/', 'https://erp.example/?x=1', 'erp'])(
  '%s is no address',
  async (url) => {
    await expect(save(url)).rejects.toMatchObject({ code: 'invalid_input' });
  },
);

test('another company neither sees nor takes away an address', async () => {
  const { id } = await save('https://erp.example/api');
  const other = await testWorkspace(await testCtx());
  await withWorkspace(other, async (tx) => {
    expect(await listAddresses(other, tx)).toEqual([]);
    expect(await removeAddress(other, tx, id)).toBe(false);
  });
  expect(await withWorkspace(shop, (tx) => removeAddress(shop, tx, id))).toBe(true);
});
