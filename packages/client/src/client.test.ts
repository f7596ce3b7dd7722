import { afterEach, expect, test, vi } from 'vitest';
import { ApiProblem, createClient } from './index.ts';

interface Asked {
  url: string;
  init: RequestInit;
}

function clientThatHears(status: number, body: unknown) {
  const asked: Asked[] = [];
  const client = createClient({
    baseUrl: 'https://desk.test',
    headers: () => ({ 'x-workspace': 'w1' }),
    fetch: async (url, init = {}) => {
      asked.push({ url: url instanceof Request ? url.url : url.toString(), init });
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
    },
  });
  return { client, asked };
}

test('a read is a GET with its input in the query', async () => {
  const { client, asked } = clientThatHears(200, { jobs: [], next: null });
  expect(await client.call('jobs.dead', { name: 'a b', before: undefined, limit: 5 })).toEqual({
    jobs: [],
    next: null,
  });
  expect(asked[0]?.url).toBe('https://desk.test/api/v1/jobs.dead?name=a+b&limit=5');
  expect(asked[0]?.init.method).toBe('GET');
  expect(asked[0]?.init.body).toBeUndefined();
});

test('a write is a POST of JSON with the headers of the caller and its idempotency key', async () => {
  const { client, asked } = clientThatHears(200, { replayed: 1 });
  await client.call('jobs.replay', { ids: ['a'] }, { idempotencyKey: 'k1' });
  expect(asked[0]?.init).toMatchObject({
    method: 'POST',
    body: '{"ids":["a"]}',
    headers: { 'content-type': 'application/json', 'x-workspace': 'w1', 'idempotency-key': 'k1' },
  });
});

test('a problem is thrown with its code, its sentence and the first problem of each field', async () => {
  const { client } = clientThatHears(400, {
    code: 'invalid_input',
    title: 'Confira os campos.',
    status: 400,
    issues: [
      { path: 'email', problem: 'no address' },
      { path: 'email', problem: 'too short' },
    ],
  });
  const problem = await client.call('jobs.dead', {}).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(problem).toMatchObject({ code: 'invalid_input', status: 400, message: 'Confira os campos.' });
  expect((problem as ApiProblem).fields).toEqual({ email: 'no address' });
});

test("a proxy's page is a problem by its status, and a server that is away is unreachable", async () => {
  const { client } = clientThatHears(502, '<html>Bad gateway</html>');
  await expect(client.call('jobs.dead', {})).rejects.toMatchObject({ code: 'unavailable', status: 502 });
  const away = createClient({ baseUrl: '', retries: 0, fetch: () => Promise.reject(new TypeError('fetch failed')) });
  await expect(away.call('jobs.dead', {})).rejects.toMatchObject({ code: 'unreachable', status: 0 });
});

afterEach(() => void vi.useRealTimers());

function clientOf(answers: readonly (() => Response)[]) {
  const asked: Asked[] = [];
  const client = createClient({
    baseUrl: 'https://desk.test/',
    apiKey: 'bk_x',
    language: 'es',
    fetch: async (url, init = {}) => {
      asked.push({ url: url instanceof Request ? url.url : String(url), init });
      return (answers[asked.length - 1] ?? answers.at(-1) ?? Response.error)();
    },
  });
  return { client, asked };
}
const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers });
const busy = answer(429, {}, { 'retry-after': '7' });
const done = answer(200, { replayed: 1 });

test('"too early" is asked again after as long as Retry-After says: reads, and writes with a key', async () => {
  vi.useFakeTimers();
  for (const ask of [
    ({ client }: ReturnType<typeof clientOf>) => client.call('jobs.dead', {}),
    ({ client }: ReturnType<typeof clientOf>) => client.call('jobs.replay', { ids: [] }, { idempotencyKey: 'k' }),
  ]) {
    const server = clientOf([busy, answer(503, {}, { 'retry-after': '7' }), done]);
    const asking = ask(server);
    await vi.advanceTimersByTimeAsync(6_999);
    expect(server.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(7_001);
    expect(await asking).toEqual({ replayed: 1 });
    expect(server.asked).toHaveLength(3);
    expect(server.asked[2]?.init.headers).toMatchObject({ authorization: 'Bearer bk_x', 'accept-language': 'es' });
  }
});

test('what may have been done is not asked again, nor what was refused, nor for a wait that nobody waits', async () => {
  const hour = answer(429, {}, { 'retry-after': '3600' });
  const key = { idempotencyKey: 'k' };
  for (const [first, ask] of [
    [busy, ({ client }: ReturnType<typeof clientOf>) => client.call('jobs.replay', { ids: [] })],
    [busy, ({ client }: ReturnType<typeof clientOf>) => client.call('api-keys.create', { name: 'x', scopes: [] }, key)],
    [hour, ({ client }: ReturnType<typeof clientOf>) => client.call('jobs.dead', {})],
    [answer(409, {}), ({ client }: ReturnType<typeof clientOf>) => client.call('jobs.dead', {})],
  ] as const) {
    const server = clientOf([first, done]);
    await expect(ask(server)).rejects.toBeInstanceOf(ApiProblem);
    expect(server.asked).toHaveLength(1);
  }
});

test('a wait ends when whoever asked gives up', async () => {
  const { client, asked } = clientOf([busy]);
  const giveUp = new AbortController();
  const asking = client.call('jobs.dead', {}, { signal: giveUp.signal });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  giveUp.abort(new Error('never mind'));
  await expect(asking).rejects.toThrow('never mind');
});

test('pages go on by the input that the list knows, until there is no next', async () => {
  const back = clientOf([answer(200, { jobs: [1], next: 'a' }), answer(200, { jobs: [2], next: null })]);
  const pages = [];
  for await (const { jobs } of back.client.pages('jobs.dead', { limit: 1 })) pages.push(jobs);
  expect(pages).toEqual([[1], [2]]);
  expect(back.asked[1]?.url).toBe('https://desk.test/api/v1/jobs.dead?limit=1&before=a');
  const on = clientOf([answer(200, { contacts: [], next: 'b' }), answer(200, { contacts: [], next: null })]);
  for await (const _page of on.client.pages('contacts.list', {})) pages.push([]);
  expect(on.asked.map(({ url }) => new URL(url).search)).toEqual(['', '?after=b']);
});

test('a file is the body itself, with its own type', async () => {
  const { client, asked } = clientOf([done]);
  await client.upload('media.upload', { fileName: 'é.png' }, new Blob(['x'], { type: 'image/png' }));
  await client.upload('media.upload', {}, new Uint8Array([1]));
  expect(asked[0]?.url).toBe('https://desk.test/api/v1/media.upload?fileName=%C3%A9.png');
  expect(asked.map(({ init }) => (init.headers as Record<string, string>)['content-type'])).toEqual([
    'image/png',
    'application/octet-stream',
  ]);
});
