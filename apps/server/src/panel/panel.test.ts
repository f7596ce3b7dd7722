import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPanelPages } from './index.ts';

let folder = '';
const page = '<html><script>paint()</script><script type="module" src="/assets/main-1a.js"></script></html>';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balcao-panel-'));
  await mkdir(join(folder, 'dist/assets'), { recursive: true });
  await writeFile(join(folder, 'secret.js'), 'outside');
  await writeFile(join(folder, 'dist/.built-from'), 'hash');
  await writeFile(join(folder, 'dist/index.html'), page);
  await writeFile(join(folder, 'dist/assets/main-1a.js'), 'main()');
  await writeFile(join(folder, 'dist/assets/main-1a.js.br'), 'BR');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function serve(at = join(folder, 'dist')) {
  const pages = createPanelPages(at);
  const app = fastify();
  app.setNotFoundHandler((request, reply) =>
    pages.mayAnswer(request) ? pages.answer(request, reply) : reply.code(404).send({ code: 'not_found' }),
  );
  return app;
}

test('every address of the panel is its page, fresh each time, under a policy that names its only inline script', async () => {
  const app = serve();
  for (const url of ['/', '/inbox/0192', '/invite/abc?x=1']) {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.body]).toEqual([200, page]);
    expect(answer.headers['cache-control']).toBe('no-cache');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='; /);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
  }
});

test('hashed files are kept for ever, in the smallest form that the browser takes', async () => {
  const app = serve();
  const small = await app.inject({ url: '/assets/main-1a.js', headers: { 'accept-encoding': 'gzip, br' } });
  expect([small.body, small.headers['content-encoding']]).toEqual(['BR', 'br']);
  expect(small.headers['cache-control']).toContain('immutable');
  const plain = await app.inject({ url: '/assets/main-1a.js', headers: { 'accept-encoding': 'identity' } });
  expect([plain.body, plain.headers['content-encoding']]).toEqual(['main()', undefined]);
});

test('a file that is gone is not the page: an old page must not run HTML as a script', async () => {
  expect((await serve().inject('/assets/main-0f.js')).statusCode).toBe(404);
});

test('nothing outside of the panel, and nothing hidden in it, is given away', async () => {
  const app = serve();
  for (const url of ['/..%2fsecret.js', '/assets/..%2f..%2fsecret.js', '/%2e%2e/secret.js', '/.built-from', '/%00.js'])
    expect((await app.inject(url)).body, url).not.toMatch(/outside|hash$/);
});

test('what belongs to others stays an error of theirs', async () => {
  const app = serve();
  for (const url of ['/api/v1/nothing', '/webhooks', '/media/x', '/health/x', '/phone/x.js', '/%61pi/v1'])
    expect((await app.inject(url)).json(), url).toEqual({ code: 'not_found' });
  expect((await app.inject({ method: 'POST', url: '/inbox' })).statusCode).toBe(404);
});

test('a panel that was not built says so, in words', async () => {
  const answer = await serve(join(folder, 'nowhere')).inject('/');
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('npm start');
});
