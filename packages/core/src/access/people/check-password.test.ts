import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { testConfig, testCtx } from '@balcao/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkPassword, faultOf } from './check-password.ts';

const ana = { name: 'Ana Conceição', email: 'ana.c@padaria.com' };
let ctx: DbCtx;
let answer: { status: number; body: string } | 'silence' = { status: 200, body: '' };
const asked: string[] = [];

beforeAll(async () => {
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (answer !== 'silence') response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const breachCheckUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  ctx = await testCtx({ config: { ...testConfig(), breachCheckUrl } });
});

test.each([
  ['curta-9A', 'too_short'],
  ['senha123456', 'common'],
  ['Qwerty-Uiop', 'common'],
  ['conceicao-1987!', 'about_you'],
  ['xXana.cXx-2026', 'about_you'],
  ['aaaaaaaaaaaaaaaa', 'too_simple'],
  ['abcdefghijklmnop', 'too_simple'],
  ['121212121212', 'too_simple'],
  ['cavalo bateria grampo', undefined],
  ['Pão-de-queijo-8', undefined],
])('%s is %s', (password, fault) => {
  expect(faultOf(password, ana)).toBe(fault);
});

test('five digits of a hash are asked for, and a stolen password is refused', async () => {
  const password = 'Pão-de-queijo-8';
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
  answer = { status: 200, body: `${'0'.repeat(35)}:3\r\n${hash.slice(5)}:42\r\n` };
  const refused = checkPassword(ctx, password, ana);
  await expect(refused).rejects.toMatchObject({ code: 'weak_password', data: { issues: [{ problem: 'breached' }] } });
  expect(asked.at(-1)).toBe(`/range/${hash.slice(0, 5)}`);
  answer = { status: 200, body: `${hash.slice(5)}:0\r\n` };
  await checkPassword(ctx, password, ana);
});

test('when nobody answers, or with nonsense, the password passes within seconds', async () => {
  for (const one of [{ status: 503, body: 'x' }, 'silence'] as const) {
    answer = one;
    const since = performance.now();
    await checkPassword(ctx, 'Pão-de-queijo-8', ana);
    expect(performance.now() - since).toBeLessThan(4_000);
  }
  await expect(checkPassword(ctx, 'curta', ana)).rejects.toThrow(Fault);
});
