import { expect, test } from 'vitest';
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
  const away = createClient({ baseUrl: '', fetch: () => Promise.reject(new TypeError('fetch failed')) });
  await expect(away.call('jobs.dead', {})).rejects.toMatchObject({ code: 'unreachable', status: 0 });
});
