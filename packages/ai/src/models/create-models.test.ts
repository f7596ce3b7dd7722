import { createHttpClient, createMetrics, type Log, systemClock } from '@balcao/kernel';
import { type FakeVendor, fakeVendor } from '@balcao/testkit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Asking, ModelError, ModelSpec, TextRequest } from '../port/index.ts';
import { createModels, type ModelsOptions } from './create-models.ts';

let first: FakeVendor;
let second: FakeVendor;
beforeAll(async () => {
  [first, second] = await Promise.all([fakeVendor(), fakeVendor()]);
});
afterAll(async () => {
  await Promise.all([first.close(), second.close(), http.close()]);
});
beforeEach(() => {
  first.reset();
  second.reset();
});

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet, flush() {} };
let http = createHttpClient();
const open = (options: ModelsOptions = {}) => {
  const ports = [first.port, second.port];
  http = createHttpClient({ allowedPrivate: ['127.0.0.1'], allowedPorts: ports });
  return createModels(
    { http, clock: systemClock, random: () => 0.1, log: quiet, metrics: createMetrics({ process: false }) },
    options,
  );
};

const spec = (of: FakeVendor, more: Partial<ModelSpec> = {}): ModelSpec => ({
  id: of === first ? 'first' : 'second',
  vendor: 'openai-compatible',
  model: 'm',
  baseUrl: of.address('openai-compatible'),
  apiKey: 'k',
  ...more,
});
const asking = (more: Partial<Asking> = {}): Asking => ({
  workspaceId: 'w',
  models: [spec(first), spec(second)],
  timeoutMs: 3_000,
  ...more,
});
const question: TextRequest = {
  purpose: 'answer',
  system: 'S',
  turns: [{ by: 'customer', text: 'Oi' }],
  maxOutputTokens: 100,
};
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('should have failed'),
    (error: unknown) => error as ModelError, // models fail with nothing else
  );

test('the next model is asked when the first fails, and the answer says which ones did not', async () => {
  first.plays({ do: 'status', status: 401 });
  second.plays({ do: 'say', text: 'Da segunda.' });
  const answer = await open().text(asking(), question);
  expect(answer).toMatchObject({
    text: 'Da segunda.',
    modelId: 'second',
    tried: [{ modelId: 'first', failure: 'auth' }],
  });
});

test('a model that takes a minute leaves time for the next one', async () => {
  first.plays({ do: 'slow', ms: 60_000, then: { do: 'say', text: 'tarde' } });
  second.plays({ do: 'say', text: 'a tempo' });
  const since = performance.now();
  const answer = await open().text(asking({ timeoutMs: 1_000 }), question);
  expect(answer).toMatchObject({ text: 'a tempo', tried: [{ failure: 'timeout' }] });
  expect(performance.now() - since).toBeLessThan(5_000);
  expect(first.hanging()).toBe(0);
});

test.each([
  [{ do: 'hang' }, 'timeout'],
  [{ do: 'slow', ms: 60_000, then: { do: 'empty' } }, 'timeout'],
  [{ do: 'garbage' }, 'garbage'],
  [{ do: 'empty' }, 'empty'],
  [{ do: 'cut' }, 'unreachable'],
  [{ do: 'status', status: 500 }, 'server'],
  [{ do: 'status', status: 429 }, 'rate_limited'],
  [{ do: 'status', status: 403 }, 'auth'],
  [{ do: 'refuse' }, 'refused'],
] as const)('%j is a failure of the class %s, in time', async (script, failure) => {
  first.plays(script);
  const since = performance.now();
  const error = await failureOf(open().text(asking({ models: [spec(first)], timeoutMs: 500 }), question));
  expect(error.failure).toBe(failure);
  expect(performance.now() - since).toBeLessThan(5_000);
});

test('a refusal is final: no other model is asked until one gives in', async () => {
  first.plays({ do: 'refuse' });
  expect((await failureOf(open().text(asking(), question))).failure).toBe('refused');
  expect(second.seen).toHaveLength(0);
});

test('an error of the server is asked again once, and a wrong key is not', async () => {
  first.plays({ do: 'status', status: 503 }, { do: 'say', text: 'agora sim' });
  expect((await open().text(asking(), question)).text).toBe('agora sim');
  expect(first.seen).toHaveLength(2);
  first.reset();
  first.plays({ do: 'status', status: 401 });
  await failureOf(open().text(asking({ models: [spec(first)] }), question));
  expect(first.seen).toHaveLength(1);
});

test('who is told to wait longer than there is time goes to the next at once, and holds off until then', async () => {
  const models = open();
  first.plays({ do: 'status', status: 429, retryAfter: 30 });
  second.plays({ do: 'say', text: 'eu respondo' });
  expect((await models.text(asking(), question)).tried).toMatchObject([{ failure: 'rate_limited' }]);
  expect((await models.text(asking(), question)).modelId).toBe('second');
  expect(first.seen).toHaveLength(1);
  // Another company has a plan of its own.
  first.plays({ do: 'say', text: 'sim' });
  expect((await models.text(asking({ workspaceId: 'other' }), question)).modelId).toBe('first');
});

test('a model that keeps failing is left alone, for its company only, and tried again later', async () => {
  const models = open({ breaker: { failures: 3, reopenMs: 150, longestMs: 150 }, tries: 1 });
  const alone = asking({ models: [spec(first)] });
  first.plays({ do: 'status', status: 500 });
  for (let i = 0; i < 3; i++) expect((await failureOf(models.text(alone, question))).failure).toBe('server');
  expect((await failureOf(models.text(alone, question))).failure).toBe('breaker_open');
  expect(models.health('w', 'first')).toBe('open');
  expect(first.seen).toHaveLength(3);
  first.plays({ do: 'say', text: 'voltei' });
  expect((await models.text(asking({ workspaceId: 'other', models: [spec(first)] }), question)).text).toBe('voltei');
  await systemClock.sleep(200);
  expect((await models.text(alone, question)).text).toBe('voltei');
  expect(models.health('w', 'first')).toBe('well');
});

test('forty talks with a model that hangs fill the places of their company and of nobody else', async () => {
  const models = open({ crowd: { perWorkspace: 4, inAll: 16, waiting: 8 } });
  first.plays({ do: 'hang' });
  second.plays({ do: 'say', text: 'na hora' });
  const since = performance.now();
  let ended = 0;
  const hung = Array.from({ length: 40 }, () =>
    failureOf(models.text(asking({ models: [spec(first)], timeoutMs: 1_500 }), question)).finally(() => ended++),
  );
  const other = await models.text(asking({ workspaceId: 'other', models: [spec(second)] }), question);
  expect(other.modelId).toBe('second');
  // Those that found no place even to wait are told so at once.
  expect(ended).toBeLessThanOrEqual(28);
  const failures = (await Promise.all(hung)).map((error) => error.failure);
  expect(first.seen.length).toBeLessThan(10);
  expect(new Set(failures)).toEqual(new Set(['timeout', 'crowded']));
  // Who came to their place in the last millisecond may have asked still.
  expect(failures.filter((failure) => failure === 'crowded').length).toBeGreaterThan(30);
  expect(performance.now() - since).toBeLessThan(5_000);
});

test('requests go no faster than the quota, and who would wait too long is told so', async () => {
  const models = open();
  const paced = spec(first, { requestsPerMinute: 60 });
  first.plays({ do: 'say', text: 'ok' });
  // Ten may go at once: a sixth of a minute's worth.
  const all = await Promise.allSettled(
    Array.from({ length: 16 }, () => models.text(asking({ models: [paced], timeoutMs: 1_600 }), question)),
  );
  const failed = all.filter((one) => one.status === 'rejected').map((one) => (one.reason as ModelError).failure);
  expect(all.length - failed.length).toBeGreaterThanOrEqual(10);
  expect(all.length - failed.length).toBeLessThanOrEqual(12);
  expect(new Set(failed)).toEqual(new Set(['paced']));
});

test('the tokens of a minute are kept too', async () => {
  const models = open();
  const paced = spec(first, { tokensPerMinute: 600 });
  const asked = asking({ models: [paced], timeoutMs: 400 });
  await models.text(asked, question);
  expect((await failureOf(models.text(asked, question))).failure).toBe('paced');
});

test('nobody waits for an answer that is wanted no more', async () => {
  first.plays({ do: 'hang' });
  const stop = new AbortController();
  const error = failureOf(open().text(asking({ signal: stop.signal }), question));
  setTimeout(() => stop.abort(), 50);
  expect((await error).failure).toBe('aborted');
  expect(second.seen).toHaveLength(0);
});

test('a private address is asked only where the operator named it or the configuration trusts it', async () => {
  const strict = createHttpClient();
  const models = createModels({
    http: strict,
    clock: systemClock,
    random: Math.random,
    log: quiet,
    metrics: createMetrics({ process: false }),
  });
  const local = spec(first, { vendor: 'ollama', baseUrl: first.address('ollama') });
  expect((await failureOf(models.text(asking({ models: [local] }), question))).failure).toBe('bad_request');
  expect(first.seen).toHaveLength(0);
  expect((await models.text(asking({ models: [{ ...local, trust: 'operator' }] }), question)).text).toBe('Olá!');
  await strict.close();
});

test('who takes no JSON schema is told the shape in words from then on', async () => {
  const models = open({ tries: 1 });
  first.decides(({ body }) =>
    JSON.stringify(body['response_format'] ?? '').includes('json_schema')
      ? { do: 'status', status: 400, message: 'response_format json_schema is not supported' }
      : { do: 'say', text: 'Claro! ```json\n{"intent": "price"}\n```' },
  );
  const ask = () =>
    models.object(asking({ models: [spec(first)] }), {
      ...question,
      purpose: 'classify',
      name: 'intent',
      schema: { type: 'object', properties: { intent: { type: 'string' } } },
    });
  expect((await ask()).value).toEqual({ intent: 'price' });
  expect((await ask()).value).toEqual({ intent: 'price' });
  expect(first.seen).toHaveLength(3);
});
