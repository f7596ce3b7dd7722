import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const scripts = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'launch it ')); // a path with a space
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stands in for npm: notes each call, takes half a second, leaves what npm leaves. */
const pretendNpm = `
import { appendFileSync, cpSync, mkdirSync, symlinkSync } from 'node:fs';
appendFileSync('npm-calls.txt', process.argv.slice(2).join(' ') + '\\n');
if (process.env.PRETEND_OFFLINE) { console.error('npm error code EAI_AGAIN'); process.exit(1); }
await new Promise((done) => setTimeout(done, 500));
const bin = 'node_modules/node-' + process.platform + '-' + process.arch + '/bin';
mkdirSync(bin, { recursive: true });
try { symlinkSync(process.execPath, bin + '/node'); } catch {}
cpSync('package-lock.json', 'node_modules/.package-lock.json');
`;
const program = `
process.on('SIGTERM', () => { console.log('stopping'); process.exit(7); });
console.log(JSON.stringify({ args: process.argv.slice(2), node: process.versions.node.split('.')[0] }));
if (process.argv[2] === 'serve' || process.argv[2] === 'wait') setInterval(() => {}, 1000);
if (process.argv[2] === 'fail') process.exit(3);
`;
const lockOf = (version: string) =>
  JSON.stringify({ lockfileVersion: 3, packages: { '': {}, 'node_modules/thing': { version } } });

function write(root: string, path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A fresh clone, as far as the launcher can see. */
function clone(): string {
  const root = mkdtempSync(join(folder, 'clone '));
  cpSync(scripts, join(root, 'scripts'), { recursive: true });
  write(root, 'package.json', '{"type":"module"}');
  write(root, 'package-lock.json', lockOf('1.0.0'));
  write(root, 'apps/server/src/main.ts', program);
  write(root, 'npm-cli.js', pretendNpm);
  return root;
}

function launch(root: string, args: string[], env: Record<string, string> = {}) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  const child = spawn(process.execPath, [join(root, 'scripts', 'launch.mjs'), ...args], {
    env: { ...inherited, npm_execpath: join(root, 'npm-cli.js'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => (said.out += text));
  child.stderr.on('data', (text) => (said.err += text));
  const ended = once(child, 'close').then(([code, signal]) => ({
    ...said,
    code: code as number | null,
    signal: signal as string | null,
  }));
  return { child, said, ended };
}

const callsOf = (root: string) => readFileSync(join(root, 'npm-calls.txt'), 'utf8').trim().split('\n');

test('two commands at once on a fresh clone install once, and both run', async () => {
  const root = clone();
  const both = await Promise.all([launch(root, ['cli', 'a', 'b c', '--json']).ended, launch(root, ['cli', 'd']).ended]);
  expect(both.map((one) => JSON.parse(one.out).args)).toEqual([['a', 'b c', '--json'], ['d']]);
  expect(both.map((one) => one.code)).toEqual([0, 0]);
  expect(callsOf(root)).toHaveLength(1);
});

test('with everything installed the launcher adds no word of its own and passes the exit code on', async () => {
  const root = clone();
  await launch(root, ['cli', 'first']).ended;
  const second = await launch(root, ['cli', 'fail']).ended;
  expect(second).toMatchObject({ code: 3, err: '' });
  expect(JSON.parse(second.out)).toEqual({ args: ['fail'], node: '24' });
  expect(callsOf(root)).toHaveLength(1);
});

test('a changed lock file is installed, a record that matches by itself is believed', async () => {
  const root = clone();
  await launch(root, ['cli', 'first']).ended;
  write(root, 'package-lock.json', lockOf('1.0.1'));
  await launch(root, ['cli', 'second']).ended;
  expect(callsOf(root)).toHaveLength(2);
  write(root, 'package-lock.json', lockOf('1.0.2'));
  write(root, 'node_modules/.package-lock.json', lockOf('1.0.2')); // npm ci by hand
  await launch(root, ['cli', 'third']).ended;
  expect(callsOf(root)).toHaveLength(2);
});

test('node_modules carried over from another kind of machine is installed again', async () => {
  const root = clone();
  await launch(root, ['cli', 'first']).ended;
  const marker = join(root, 'node_modules', '.balcao-installed');
  writeFileSync(marker, readFileSync(marker, 'utf8').replace(`${process.platform}-${process.arch}`, 'plan9-mips'));
  await launch(root, ['cli', 'second']).ended;
  expect(callsOf(root)).toHaveLength(2);
});

test('a registry that cannot be reached is one sentence and exit code 1', async () => {
  const root = clone();
  const done = await launch(root, ['cli', 'a'], { PRETEND_OFFLINE: 'yes' }).ended;
  expect(done.code).toBe(1);
  expect(done.out).toBe('');
  expect(done.err).toContain('The npm registry could not be reached.');
});

test('SIGTERM reaches the program, which ends with its own exit code', async () => {
  const root = clone();
  await launch(root, ['cli', 'first']).ended;
  const running = launch(root, ['cli', 'wait']);
  await expect.poll(() => running.said.out, { timeout: 5000 }).toContain('wait');
  running.child.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 7, out: expect.stringContaining('stopping') });
});

test.runIf(existsSync('/usr/bin/setpriv'))('kill -9 of npm stops the program', async () => {
  const root = clone();
  await launch(root, ['cli', 'first']).ended;
  const npm = `import { spawn } from 'node:child_process'; spawn(process.execPath, ${JSON.stringify([join(root, 'scripts', 'launch.mjs'), 'cli', 'wait'])}, { stdio: 'inherit' });`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', npm], {
    env: { ...process.env, npm_lifecycle_event: 'balcao' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  parent.stdout.on('data', (text) => (out += text));
  await expect.poll(() => out, { timeout: 5000 }).toContain('wait');
  parent.kill('SIGKILL');
  await expect.poll(() => out, { timeout: 5000 }).toContain('stopping');
});

test('a phone page that cannot be built is told, and the rest starts', async () => {
  const root = clone();
  write(root, 'apps/phone/src/main.tsx', 'nonsense');
  write(root, 'packages/contract/src/index.ts', '');
  const running = launch(root, ['start', '--port', '0']);
  await expect.poll(() => running.said.out, { timeout: 10_000 }).toContain('"serve","--port","0"');
  expect(running.said.err).toContain('The phone page could not be built');
  running.child.kill('SIGTERM');
  expect((await running.ended).code).toBe(7);
});

test('a word that is no command is wrong usage', async () => {
  const done = await launch(clone(), ['strat']).ended;
  expect(done).toMatchObject({ code: 2, out: '' });
  expect(done.err).toContain('start, cli, test, check, bench');
});
