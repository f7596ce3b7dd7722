import { readFileSync } from 'node:fs';
import { type Program, prepareProgram, signIn } from '@balcao/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let program: Program;

beforeAll(async () => {
  program = await prepareProgram({ env: { DEMO: 'on' } });
  await program.start();
}, 120_000);
afterAll(() => program.remove());

/** The last address that the program told whoever started it. */
async function address(): Promise<URL> {
  const told = () =>
    readFileSync(program.logFile, 'utf8')
      .match(/Balcão está no ar: (\S+)/g)
      ?.at(-1);
  await expect.poll(told, { timeout: 10_000 }).toBeDefined();
  return new URL(told()?.split(' ').at(-1) ?? '');
}

const write = (name: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${program.url}/api/v1/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify(body),
  });

test('from the first start to the second: one link, one owner, and their session outlives the restart', async () => {
  const first = await address();
  expect(first.pathname).toBe('/welcome');
  expect(readFileSync(program.logFile, 'utf8')).toContain('/phone/');
  const token = first.searchParams.get('token');
  const owner = {
    name: 'Rosa Lima',
    email: 'rosa@padaria.com.br',
    password: 'Fermento-natural-3',
    company: 'Padaria',
    language: 'pt-BR',
  };
  expect((await write('setup.create-owner', { ...owner, token: `${token}x` })).status).toBe(410);
  expect((await write('setup.create-owner', { ...owner, token })).status).toBe(200);
  expect((await write('setup.create-owner', { ...owner, token })).status).toBe(410);
  const { headers } = await signIn(program, owner);
  await program.kill();
  await program.start();
  await expect.poll(async () => (await address()).pathname).toBe('/');
  const me = await fetch(`${program.url}/api/v1/me.get`, { headers });
  expect(me.status).toBe(200);
  const { workspaces } = (await me.json()) as { workspaces: { slug: string; role: string }[] }; // the contract's own shape
  expect(Object.fromEntries(workspaces.map((one) => [one.slug, one.role]))).toEqual({
    demo: 'owner',
    padaria: 'owner',
  });
  expect(workspaces).toHaveLength(2);
  expect(readFileSync(program.logFile, 'utf8')).not.toContain(owner.password);
}, 120_000);
