import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openDoor } from './open-door.ts';

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server always has one
  const door = openDoor(`http://127.0.0.1:${port}/webhooks/whatsapp`, { connections: 2, timeoutMs: 500 });
  const post = () => door.post(door.request(Buffer.from('{"a":1}'), { 'X-Hub-Signature-256': 'sha256=1' }));
  const close = () => {
    door.close();
    server.closeAllConnections();
    server.close();
  };
  return { post, close };
}

test('answers come back whole, whether measured, chunked or empty, over two sockets', async () => {
  let answered = 0;
  const sockets = new Set<unknown>();
  const { post, close } = await serve((request, response) => {
    sockets.add(request.socket);
    request.resume().on('end', () => {
      const kind = answered++ % 3;
      if (kind === 0) response.writeHead(200).end();
      else if (kind === 1) response.writeHead(503, { 'retry-after': '2', 'content-length': 5 }).end('later');
      else {
        response.write('in ');
        response.end('chunks');
      }
    });
  });
  const answers = await Promise.all(Array.from({ length: 30 }, post));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(answers.filter(({ retryAfter, body }) => retryAfter === '2' && body === 'later')).toHaveLength(10);
  expect(answers.filter(({ body }) => body.includes('chunks'))).toHaveLength(10);
  expect(sockets.size).toBe(2);
  close();
});

test('an answer that never comes is an answer of status 0', async () => {
  const { post, close } = await serve((request) => void request.socket.destroy());
  expect(await post()).toMatchObject({ status: 0 });
  close();
  expect(await post()).toMatchObject({ status: 0 });
});

test('the request arrives as it was written', async () => {
  const seen: unknown[] = [];
  const { post, close } = await serve((request, response) => {
    let body = '';
    request
      .on('data', (chunk) => (body += chunk))
      .on('end', () => {
        seen.push([request.method, request.url, request.headers['x-hub-signature-256'], body]);
        response.end();
      });
  });
  await post();
  expect(seen).toEqual([['POST', '/webhooks/whatsapp', 'sha256=1', '{"a":1}']]);
  close();
});
