import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutSlowBodies } from './slow-bodies.ts';

const app = Fastify();
let port = 0;
beforeAll(async () => {
  cutSlowBodies(app, 150);
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const read = async (request: { body: unknown }) => ({ said: await text(request.body as NodeJS.ReadableStream) });
  app.post('/webhooks/whatsapp', read);
  app.post('/api/v1/media.upload', read);
  app.get('/slow', async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return 'done';
  });
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => app.close());

/** Says its head, half a body, and after a while the rest. */
async function dribble(path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined); // being cut off is what is looked at
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: a/b\r\nConnection: close\r\nContent-Length: 4\r\n\r\nab`,
  );
  setTimeout(() => socket.destroyed || socket.write('cd'), 400);
  return await text(socket).catch(() => '');
}

test('a body that dribbles is cut off, a file may take its time, and so may an answer', async () => {
  const [hook, file, answer] = await Promise.all([
    dribble('/webhooks/whatsapp'),
    dribble('/api/v1/media.upload?kind=image'),
    fetch(`http://127.0.0.1:${port}/slow`),
  ]);
  expect(hook).not.toContain('200');
  expect(file).toContain('{"said":"abcd"}');
  expect(await answer.text()).toBe('done');
});
