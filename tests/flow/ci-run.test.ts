import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const steps = ['test', 'check', 'packages', 'debian', 'browser', 'kill', 'try-it', 'ordinary-user', 'bench'];
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The real .ci/run over pretended steps; those not named pass. */
function runWith(pretended: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'ci run '));
  folders.push(folder);
  mkdirSync(join(folder, '.ci/steps'), { recursive: true });
  for (const name of ['.ci/run', 'scripts/ci/count-tests.mjs']) cpSync(join(root, name), join(folder, name));
  for (const name of steps) writeFileSync(join(folder, `.ci/steps/${name}.sh`), pretended[name] ?? 'echo fine\n');
  const env = { ...process.env, CI_LOGS: join(folder, 'logs'), CI_STEPS: '' };
  const done = spawnSync('bash', [join(folder, '.ci/run')], { cwd: '/', env, encoding: 'utf8' });
  return { code: done.status, lines: done.stdout.trimEnd().split('\n') };
}
const report = (passed: number, failed: number) =>
  `echo '{"numPassedTests":${passed},"numFailedTests":${failed}}' > "$CI_LOGS/test.json"\n`;

test('CI counts tests and steps in its last line, and exits 0 when all passed', () => {
  const { code, lines } = runWith({ test: report(40, 0) });
  expect(code).toBe(0);
  expect(lines.at(-1)).toBe(`${40 + steps.length} passed, 0 failed`);
});

test('a step that fails is shown with the end of its log, the others still run, and CI fails', () => {
  const { code, lines } = runWith({ test: report(40, 0), packages: 'echo no such package >&2; exit 3\n' });
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe(`${40 + steps.length - 1} passed, 1 failed`);
  expect(lines.join('\n')).toMatch(/FAILED {2}packages .*exit 3[\s\S]*no such package/);
  expect(lines.filter((line) => line.startsWith('passed '))).toHaveLength(steps.length - 1);
});

test('a failed test fails CI even when its step forgot to', () => {
  const { code, lines } = runWith({ test: report(39, 1) });
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe(`${39 + steps.length} passed, 1 failed`);
});

test('steps are given nothing to read, so that none waits for a person', () => {
  const { code } = runWith({ kill: 'read -r answer && exit 1; exit 0\n' });
  expect(code).toBe(0);
});
