import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, startHouse } from './tenancy/start-house.ts';
import { type Company, openCompany } from './tenancy/two-companies.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'balcao-integrator-'));
let house: House;
let company: Company;

/** What an integrator has: the tarball, TypeScript, and nothing of ours. */
beforeAll(async () => {
  house = await startHouse();
  company = await openCompany(house.ctx, house.url);
  const pack = join(root, 'packages/client/scripts/pack-client.ts');
  const tarball = execFileSync(process.execPath, [pack, folder], { encoding: 'utf8' }).trim();
  writeFileSync(join(folder, 'package.json'), '{"name":"integrator","private":true,"type":"module"}');
  const quiet = ['--offline', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', ['install', ...quiet, tarball], { cwd: folder, stdio: 'inherit' });
  cpSync(join(root, 'tests/flow/client'), folder, { recursive: true });
}, 60_000);
afterAll(async () => {
  await house?.close();
  rmSync(folder, { recursive: true });
});

const compile = (file: string, ...options: string[]): string => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--module', 'nodenext'];
  try {
    return execFileSync(process.execPath, [tsc, file, ...strict, '--lib', 'es2023,dom', '--types', '', ...options], {
      cwd: folder,
      encoding: 'utf8',
    });
  } catch (error) {
    return (error as { stdout: string }).stdout; // what the compiler finds it prints there
  }
};

test('the package stands alone: types, licence, words of its own, and no dependency', () => {
  const installed = join(folder, 'node_modules/@balcao/client');
  const own = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
  expect(own).toMatchObject({
    name: '@balcao/client',
    license: 'MIT',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
  expect(own['dependencies']).toBeUndefined();
  expect(readFileSync(join(installed, 'README.md'), 'utf8')).toContain('createClient');
  expect(readFileSync(join(installed, 'dist/contract.d.ts'), 'utf8')).not.toMatch(/zod|@balcao|: any\b/);
});

test("a program of an integrator's compiles and works the API with its key", async () => {
  expect(compile('integrator.ts')).toBe('');
  const conversationId = company.idFor('messages.send')('conversationId');
  await house.ctx.db.login.query(`update conversations set window_until = now() + interval '1 hour' where id = $1`, [
    conversationId,
  ]);
  const key = company.askers.at(-1)?.headers['authorization']?.replace('Bearer ', '');
  const program = spawn(process.execPath, ['integrator.js', house.url, key ?? '', conversationId], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(program, 'exit');
  const told = await text(program.stdout);
  expect(await ended).toEqual([0, null]);
  expect(JSON.parse(told)).toEqual({
    tickets: true,
    pages: true,
    sentOnce: true,
    status: 'queued',
    upload: { kind: 'image', state: 'stored', mime: 'image/png' },
    problem: {
      code: 'invalid_input',
      status: 400,
      message: 'Falta alguna información o no es válida. Revise los campos e inténtelo de nuevo.',
      fields: ['id'],
    },
    refused: 'unauthenticated',
  });
}, 30_000);

test('what the contract does not say does not compile: each such line expects its error', () => {
  expect(compile('wrong.ts', '--noEmit')).toBe('');
});
