import fastify from 'fastify';
import { expect, test } from 'vitest';
import { sendAnswer } from './send-answer.ts';

const app = fastify();
let said: unknown = { a: 1 };
app.get('/read', (request, reply) => sendAnswer('read', request, reply, said));
app.get('/write', (request, reply) => sendAnswer('write', request, reply, said));

test('a read that says the same again is "unchanged" to whoever knows its ETag, in any of its spellings', async () => {
  const first = await app.inject('/read');
  const etag = String(first.headers.etag);
  expect(first.json()).toEqual({ a: 1 });
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await app.inject({ url: '/read', headers: { 'if-none-match': known } });
    expect([again.statusCode, again.body, again.headers['cache-control']]).toEqual([304, '', 'no-store']);
  }
  said = { a: 2 };
  const changed = await app.inject({ url: '/read', headers: { 'if-none-match': etag } });
  expect([changed.statusCode, changed.json()]).toEqual([200, { a: 2 }]);
});

test('a write has none: what it did is not a thing to be read again', async () => {
  const done = await app.inject({ url: '/write', headers: { 'if-none-match': '*' } });
  expect([done.statusCode, done.headers.etag]).toEqual([200, undefined]);
});
