import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createHttpClient, type HttpClientOptions } from './create-http-client.ts';
import type { HttpClient } from './http-client.ts';
import { HttpError } from './http-error.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(listener: RequestListener): Promise<{ url: string; port: number; server: Server }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => (server.closeAllConnections(), server.close()));
  const { port } = server.address() as AddressInfo; // listens on TCP
  return { url: `http://127.0.0.1:${port}`, port, server };
}

function client(options: HttpClientOptions = {}): HttpClient {
  const http = createHttpClient(options);
  closing.push(() => http.close());
  return http;
}

/** A client for which names of strangers lead to the servers of this test. */
const pretendPublic = (ports: number[], options: HttpClientOptions = {}) =>
  client({
    allowedPorts: ports,
    allowedPrivate: ['127.0.0.1'],
    resolve: (_name, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    ...options,
  });

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('should have failed'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(HttpError);
      return error as HttpError; // by the line above
    },
  );

test('a request carries its method, headers and body, and any status is an answer', async () => {
  const { url } = await serve(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    res
      .writeHead(418, {
        'x-seen': `${req.method} ${req.url} ${req.headers['x-a']} ${body}`,
        'set-cookie': ['a=1', 'b=2'],
      })
      .end('{"a":1}');
  });
  const answer = await client().request({
    method: 'POST',
    url: `${url}/p?q=1`,
    headers: { 'x-a': '1' },
    body: 'olá',
    timeoutMs: 2000,
    trust: 'operator',
  });
  expect(answer.status).toBe(418);
  expect(answer.headers['x-seen']).toBe('POST /p?q=1 1 olá');
  expect(answer.headers['set-cookie']).toBe('a=1, b=2');
  expect(answer.body.toString()).toBe('{"a":1}');
});

test('connections are kept alive and used again', async () => {
  let sockets = 0;
  const { url, server } = await serve((_req, res) => res.end('x'));
  server.on('connection', () => sockets++);
  const http = client();
  for (let i = 0; i < 20; i++) await http.request({ method: 'GET', url, timeoutMs: 2000, trust: 'operator' });
  expect(sockets).toBeLessThanOrEqual(2); // the second may start a moment before the first has left its socket
});

test('nobody listening: refused before anything was sent', async () => {
  const { port, server } = await serve(() => {});
  await new Promise((resolve) => server.close(resolve));
  const error = await failure(
    client().request({
      method: 'POST',
      url: `http://127.0.0.1:${port}`,
      body: 'x',
      timeoutMs: 2000,
      trust: 'operator',
    }),
  );
  expect([error.phase, error.reason, error.code]).toEqual(['connect', 'refused', 'provider_failed']);
});

test('a name that does not exist fails before anything was sent', async () => {
  const resolve: HttpClientOptions['resolve'] = (_name, done) =>
    done(Object.assign(new Error('x'), { code: 'ENOTFOUND' }), []);
  const error = await failure(
    client({ resolve }).request({ method: 'GET', url: 'http://nowhere.example', timeoutMs: 2000 }),
  );
  expect([error.phase, error.reason]).toEqual(['connect', 'dns']);
});

test('a connection cut after the request: it may have arrived', async () => {
  const { url } = await serve((req) => void req.socket.destroy());
  const error = await failure(client().request({ method: 'POST', url, body: 'x', timeoutMs: 2000, trust: 'operator' }));
  expect([error.phase, error.reason]).toEqual(['sent', 'reset']);
});

test('no answer in time: it may have arrived, and the server sees the connection end', async () => {
  let gone: () => void = () => {};
  const closed = new Promise<void>((resolve) => {
    gone = resolve;
  });
  const { url } = await serve((req) => void req.socket.on('close', gone));
  const started = performance.now();
  const error = await failure(client().request({ method: 'GET', url, timeoutMs: 100, trust: 'operator' }));
  expect([error.phase, error.reason]).toEqual(['sent', 'timeout']);
  expect(performance.now() - started).toBeLessThan(1500);
  await closed;
});

test('an answer cut or late in the middle fails in phase body', async () => {
  const { url } = await serve((req, res) => {
    res.writeHead(200, { 'content-length': '100' });
    res.write('half');
    if (req.url === '/cut') setTimeout(() => res.destroy(), 20);
  });
  const http = client();
  const cut = await failure(http.request({ method: 'GET', url: `${url}/cut`, timeoutMs: 2000, trust: 'operator' }));
  const late = await failure(http.request({ method: 'GET', url: `${url}/late`, timeoutMs: 100, trust: 'operator' }));
  expect([cut.phase, late.phase, late.reason]).toEqual(['body', 'body', 'timeout']);
});

test('waiting for a connection that never opens counts as not sent', async () => {
  // A name that never resolves keeps the connection from opening.
  const http = pretendPublic([80], { resolve: () => {} });
  const error = await failure(http.request({ method: 'GET', url: 'http://slow.example', timeoutMs: 50 }));
  expect([error.phase, error.reason]).toEqual(['connect', 'timeout']);
});

test('a signal gives a request up, before and while it runs', async () => {
  let asked = 0;
  const { url } = await serve(() => void asked++);
  const http = client();
  const early = await failure(
    http.request({ method: 'GET', url, timeoutMs: 2000, trust: 'operator', signal: AbortSignal.abort() }),
  );
  expect([early.phase, early.reason, asked]).toEqual(['connect', 'aborted', 0]);
  const signal = AbortSignal.timeout(50);
  const late = await failure(http.request({ method: 'GET', url, timeoutMs: 2000, trust: 'operator', signal }));
  expect([late.phase, late.reason, asked]).toEqual(['sent', 'aborted', 1]);
});

test('an answer over maxBytes is refused, announced or not, and a bomb is not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(5_000_000));
  const { url } = await serve((req, res) => {
    if (req.url === '/announced') res.writeHead(200, { 'content-length': '2000' }).end('x'.repeat(2000));
    else if (req.url === '/bomb') res.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    else for (let i = 0; i < 20; i++) res.write('x'.repeat(100));
  });
  const http = client();
  const ask = (path: string, maxBytes: number) =>
    http.request({ method: 'GET', url: url + path, timeoutMs: 2000, trust: 'operator', maxBytes });
  expect((await failure(ask('/announced', 1000))).reason).toBe('too_large');
  expect((await failure(ask('/growing', 1000))).reason).toBe('too_large');
  expect((await ask('/bomb', 100_000)).body.equals(bomb)).toBe(true);
});

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0.0.0.0/',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://198.18.0.1/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://[ff02::1]/',
  'http://example.com:22/',
])('a public request to %s is refused before anything is sent', async (url) => {
  const error = await failure(client().request({ method: 'GET', url, timeoutMs: 1000 }));
  expect([error.phase, error.reason]).toEqual(['connect', 'forbidden_address']);
});

test.each(['file:///etc/passwd', 'ftp://example.com', 'http://a:b@example.com/', 'nonsense', ''])(
  'the address "%s" is refused',
  async (url) => {
    const error = await failure(client().request({ method: 'GET', url, timeoutMs: 1000 }));
    expect([error.phase, error.reason]).toEqual(['connect', 'bad_url']);
  },
);

test('a public name that leads to a private address is refused, also when only one of its addresses is private', async () => {
  let asked = 0;
  const { port } = await serve((_req, res) => {
    asked++;
    res.end();
  });
  for (const addresses of [
    [{ address: '127.0.0.1', family: 4 }],
    [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ],
  ]) {
    const http = client({ allowedPorts: [port], resolve: (_name, done) => done(null, addresses) });
    const error = await failure(
      http.request({ method: 'GET', url: `http://rebind.example:${port}/`, timeoutMs: 1000 }),
    );
    expect([error.phase, error.reason]).toEqual(['connect', 'forbidden_address']);
  }
  expect(asked).toBe(0);
});

test('private addresses that the operator named can be reached', async () => {
  const { url, port } = await serve((_req, res) => res.end('ok'));
  const answer = await pretendPublic([port]).request({ method: 'GET', url, timeoutMs: 1000 });
  expect(answer.body.toString()).toBe('ok');
});

test('redirects are checked again at each hop, and credentials stay with their origin', async () => {
  const seen: Record<string, string | undefined>[] = [];
  const away = await serve((req, res) => {
    seen.push({
      host: 'away',
      authorization: req.headers.authorization,
      secret: req.headers['x-secret'] as string | undefined,
    });
    res.end('there');
  });
  const home = await serve((req, res) => {
    seen.push({ host: 'home', authorization: req.headers.authorization });
    const location = req.url === '/a' ? '/b' : `http://away.example:${away.port}/`;
    res.writeHead(302, { location }).end('moved');
  });
  const http = pretendPublic([home.port, away.port]);
  const answer = await http.request({
    method: 'GET',
    url: `http://home.example:${home.port}/a`,
    headers: { Authorization: 'Bearer x', 'X-Secret': 'y' },
    timeoutMs: 2000,
  });
  expect(answer.body.toString()).toBe('there');
  expect(seen).toEqual([
    { host: 'home', authorization: 'Bearer x' },
    { host: 'home', authorization: 'Bearer x' },
    { host: 'away', authorization: undefined, secret: undefined },
  ]);
});

test('a redirect to a private address is refused', async () => {
  const { port } = await serve((_req, res) => res.writeHead(302, { location: 'http://169.254.169.254/' }).end());
  const error = await failure(
    pretendPublic([port]).request({ method: 'GET', url: `http://a.example:${port}`, timeoutMs: 1000 }),
  );
  expect(error.reason).toBe('forbidden_address');
});

test('more than three redirects are refused', async () => {
  let hops = 0;
  const { port } = await serve((_req, res) => res.writeHead(302, { location: `/${++hops}` }).end());
  const error = await failure(
    pretendPublic([port]).request({ method: 'GET', url: `http://a.example:${port}`, timeoutMs: 1000 }),
  );
  expect([error.reason, hops]).toEqual(['redirect', 4]);
});

test('the limit of time holds over all redirects together', async () => {
  const { port } = await serve((_req, res) => setTimeout(() => res.writeHead(302, { location: '/' }).end(), 60));
  const started = performance.now();
  const error = await failure(
    pretendPublic([port]).request({ method: 'GET', url: `http://a.example:${port}`, timeoutMs: 150 }),
  );
  expect(error.reason).toBe('timeout');
  expect(performance.now() - started).toBeLessThan(1_400);
});

test('a POST redirected with 303 becomes a GET without body, with 307 it stays', async () => {
  const seen: string[] = [];
  const { port } = await serve(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    seen.push(`${req.method} ${req.url} ${body}`);
    if (req.url === '/303' || req.url === '/307') res.writeHead(Number(req.url.slice(1)), { location: '/end' });
    res.end();
  });
  const http = pretendPublic([port]);
  for (const path of ['/303', '/307']) {
    await http.request({ method: 'POST', url: `http://a.example:${port}${path}`, body: 'x', timeoutMs: 1000 });
  }
  expect(seen).toEqual(['POST /303 x', 'GET /end ', 'POST /307 x', 'POST /end x']);
});

test("an operator's address is not followed elsewhere: the redirect is the answer", async () => {
  const { url } = await serve((_req, res) => res.writeHead(302, { location: 'http://169.254.169.254/' }).end());
  const answer = await client().request({ method: 'GET', url, timeoutMs: 1000, trust: 'operator' });
  expect([answer.status, answer.headers.location]).toEqual([302, 'http://169.254.169.254/']);
});

test('a stream arrives whole, waits for its reader, and streams go out too', async () => {
  const big = Buffer.alloc(8_000_000, 'ab');
  let written = 0;
  const { url } = await serve(async (req, res) => {
    if (req.method === 'POST') {
      let bytes = 0;
      for await (const chunk of req) bytes += chunk.length;
      res.end(String(bytes));
      return;
    }
    for (let i = 0; i < big.length; i += 100_000) {
      if (!res.write(big.subarray(i, i + 100_000))) await new Promise((resolve) => res.once('drain', resolve));
      written = i;
    }
    res.end();
  });
  const http = client();
  const { status, body } = await http.stream({ method: 'GET', url, timeoutMs: 5000, trust: 'operator' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(status).toBe(200);
  expect(written).toBeLessThan(big.length - 200_000); // nobody has read yet
  const parts: Buffer[] = [];
  for await (const chunk of body) parts.push(chunk);
  expect(Buffer.concat(parts).equals(big)).toBe(true);
  const sent = await http.request({
    method: 'POST',
    url,
    body: Readable.from([big]),
    timeoutMs: 5000,
    trust: 'operator',
  });
  expect(sent.body.toString()).toBe(String(big.length));
});

test('a stream that grows over its limit, or is left unread, ends the connection', async () => {
  let closed = 0;
  const { url } = await serve((req, res) => {
    req.socket.on('close', () => closed++);
    const timer = setInterval(() => res.write('x'.repeat(1000)), 5);
    res.on('close', () => clearInterval(timer));
  });
  const http = client();
  const grown = await http.stream({ method: 'GET', url, timeoutMs: 5000, trust: 'operator', maxBytes: 5000 });
  const error = await failure(grown.body.toArray());
  expect([error.phase, error.reason]).toEqual(['body', 'too_large']);
  const left = await http.stream({ method: 'GET', url, timeoutMs: 5000, trust: 'operator' });
  left.body.destroy();
  await expect.poll(() => closed).toBe(2);
});

test('what is not HTTP, and headers that cannot be written, fail and do not crash', async () => {
  const nonsense = createSocketServer((socket) => socket.on('error', () => {}).end('SSH-2.0-OpenSSH\r\n\r\n'));
  await new Promise<void>((resolve) => nonsense.listen(0, '127.0.0.1', resolve));
  closing.push(() => nonsense.close());
  const { port } = nonsense.address() as AddressInfo; // listens on TCP
  const http = client();
  const url = `http://127.0.0.1:${port}`;
  expect((await failure(http.request({ method: 'GET', url, timeoutMs: 1000, trust: 'operator' }))).phase).toBe('sent');
  const bad = await failure(
    http.request({ method: 'GET', url, headers: { 'x-a': 'a\r\nb' }, timeoutMs: 1000, trust: 'operator' }),
  );
  expect([bad.phase, bad.reason]).toEqual(['connect', 'protocol']);
});

test('no error says more about the address than its origin', async () => {
  const { url } = await serve((req) => void req.socket.destroy());
  const error = await failure(
    client().request({
      method: 'GET',
      url: `${url}/5511987654321?access_token=EAAsecret`,
      timeoutMs: 1000,
      trust: 'operator',
    }),
  );
  expect(error.message).not.toMatch(/5511987654321|EAAsecret/);
});
