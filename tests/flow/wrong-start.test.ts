import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'balcao-wrong-start-'));
chmodSync(folder, 0o755); // as root PostgreSQL runs as somebody else, who must get in
afterAll(() => rmSync(folder, { recursive: true }));

/** As `npm start` does, without installing. */
function start(env: Readonly<Record<string, string>>, ...words: string[]) {
  const main = join(root, 'apps/server/src/main.ts');
  const all = { PATH: '', DATA_DIR: join(folder, 'data'), ...env };
  return spawnSync(process.execPath, [main, 'serve', ...words], { env: all, encoding: 'utf8', timeout: 15_000 });
}

test('every setting that is wrong is said at once, with what to do, before anything is touched, and the exit code is 1', () => {
  const wrong = {
    PORT: '99999',
    DATABASE_URL: 'mysql://balcao:zqPassword@db/balcao',
    SECRET_KEYS: 'short:abc',
    PUBLIC_URL: 'balcao.example',
    LOG_LEVEL: 'loud',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'collector',
    METRICS_TOKEN_FILE: join(folder, 'nothing-here'),
    DATABSE_URL: 'x',
  };
  const { status, stdout, stderr } = start(wrong, '--role', 'boss');
  expect(status).toBe(1);
  expect(stdout).toBe('');
  for (const name of [...Object.keys(wrong), '--role'])
    expect(stderr).toMatch(new RegExp(`^ {2}${name} \\S+ \\S+`, 'm'));
  expect(stderr).not.toContain('zqPassword');
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(readdirSync(folder)).toEqual([]);
});

test('a port that somebody else has is one sentence and exit code 1, and nothing is left running', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo; // it listens on TCP
  const { status, stderr } = start({ PORT: String(port), DEMO: 'off' });
  taken.close();
  expect(status).toBe(1);
  expect(stderr).toContain(
    `Balcão could not start: another program has port ${port} already; stop it, or choose another with PORT`,
  );
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(existsSync(join(folder, 'data/postgres/postmaster.pid'))).toBe(false);
});
