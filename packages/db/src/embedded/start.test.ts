import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { answers, ended, openEmbedded, otherProgram, placeForCluster } from '@balcao/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { findRunning } from './find-running.ts';
import { layoutOf } from './layout.ts';

const asRoot = process.getuid?.() === 0;
const namespaces = spawnSync('unshare', ['--user', '--map-user=65534', '--map-group=65534', '--', 'true']).status === 0;

test('a cold start and a warm one are quick, and what was written is there', async () => {
  const dataDir = placeForCluster();
  const cold = performance.now();
  const first = await openEmbedded(dataDir);
  // 0.9 s and 0.1 s on a quiet machine.
  expect(performance.now() - cold).toBeLessThan(6_000);
  await first.login.query('create table kept as select 1 as n');
  await first.close();
  expect(findRunning(dataDir)).toBeUndefined();
  const warm = performance.now();
  const second = await openEmbedded(dataDir);
  expect(performance.now() - warm).toBeLessThan(2_000);
  expect((await second.login.query('select n from kept')).rows).toEqual([{ n: 1 }]);
});

test('it is durable, listens to nobody outside, and keeps clients’ values out of its log', async () => {
  const dataDir = placeForCluster();
  const db = await openEmbedded(dataDir);
  const names = [
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'listen_addresses',
    'server_encoding',
    'data_checksums',
    'jit',
    'TimeZone',
  ];
  const { rows } = await db.login.query<{ value: string }>(
    'select current_setting(name) as value from unnest($1::text[]) with ordinality as t(name, n) order by n',
    [names],
  );
  expect(rows.map((row) => row.value)).toEqual(['on', 'on', 'on', '', 'UTF8', 'on', 'off', 'UTC']);
  const { rows: locale } = await db.login.query(
    `select datlocprovider as provider, datlocale as locale from pg_database where datname = current_database()`,
  );
  expect(locale).toEqual([{ provider: 'b', locale: 'C.UTF-8' }]);
  expect(statSync(layoutOf(dataDir).socketDir).mode & 0o077).toBe(0);
  await db.login.query(`select 'Maria da Silva'::int`).catch(() => undefined);
  await db.login.query(`select $1::int`, ['Maria da Silva']).catch(() => undefined);
  const log = readFileSync(layoutOf(dataDir).logFile, 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain('Maria');
});

test('a zombie that holds PostgreSQL’s lock holds nothing', async () => {
  const dataDir = placeForCluster();
  await (await openEmbedded(dataDir)).close();
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void parent.kill('SIGKILL'));
  const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (line) => resolve(Number(line))));
  await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) Z /);
  leaveLock(dataDir, pid);
  expect(await answers(await openEmbedded(dataDir))).toBe(true);
});

test('nor does a stranger who got the number of the old process', async () => {
  const dataDir = placeForCluster();
  await (await openEmbedded(dataDir)).close();
  leaveLock(dataDir, process.pid);
  expect(await answers(await openEmbedded(dataDir))).toBe(true);
});

function leaveLock(dataDir: string, pid: number): void {
  const { cluster, socketDir } = layoutOf(dataDir);
  const text = `${pid}\n${cluster}\n1700000000\n5432\n${socketDir}\n\n  1 1\nready   \n`;
  writeFileSync(join(cluster, 'postmaster.pid'), text, { mode: 0o600 });
  writeFileSync(join(socketDir, '.s.PGSQL.5432.lock'), text, { mode: 0o600 });
  const owner = statSync(cluster);
  for (const file of [join(cluster, 'postmaster.pid'), join(socketDir, '.s.PGSQL.5432.lock')])
    chownSync(file, owner.uid, owner.gid);
}

test('a data directory of another major version is refused, untouched, with the document that helps', async () => {
  const dataDir = placeForCluster();
  await (await openEmbedded(dataDir)).close();
  const file = join(layoutOf(dataDir).cluster, 'PG_VERSION');
  writeFileSync(file, '17\n');
  const refusal = await openEmbedded(dataDir).catch((error: Error) => error.message);
  expect(refusal).toMatch(/was made by PostgreSQL 17; this Balcão brings PostgreSQL 18.*docs\/upgrade-postgresql\.md/);
  expect(readFileSync(file, 'utf8')).toBe('17\n');
  expect(existsSync(new URL('../../../../docs/upgrade-postgresql.md', import.meta.url))).toBe(true);
  writeFileSync(file, '18\n');
  expect(await answers(await openEmbedded(dataDir))).toBe(true);
});

test('a path too long for a socket works', async () => {
  const dataDir = placeForCluster(`${'long-'.repeat(30)}path`);
  const db = await openEmbedded(dataDir);
  expect(await answers(db)).toBe(true);
  const { socketDir } = layoutOf(dataDir);
  expect(socketDir.startsWith(dataDir)).toBe(false);
  expect(statSync(socketDir).mode & 0o077).toBe(0);
  const command = otherProgram(dataDir, 'join-or-start', 'await db.close();');
  expect(await ended(command)).toBe(0);
  await db.close();
  rmSync(socketDir, { recursive: true, force: true });
});

test('a start that failed half way is begun anew', async () => {
  const dataDir = placeForCluster();
  mkdirSync(join(dataDir, 'postgres.new', 'cluster'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres.new', 'cluster', 'half'), '');
  mkdirSync(join(dataDir, 'postgres'));
  expect(await answers(await openEmbedded(dataDir))).toBe(true);
});

test('a data folder that cannot be made is a sentence', async () => {
  const dataDir = placeForCluster();
  writeFileSync(dataDir, 'a file');
  await expect(openEmbedded(join(dataDir, 'below'))).rejects.toThrow(/data folder .* cannot be made/);
});

test('PostgreSQL that cannot start says why, in its own words', async () => {
  const dataDir = placeForCluster();
  await (await openEmbedded(dataDir)).close();
  writeFileSync(layoutOf(dataDir).ownSettings, 'shared_buffers = nonsense\n');
  await expect(openEmbedded(dataDir)).rejects.toThrow(/PostgreSQL did not start: .*shared_buffers/);
});

test.runIf(asRoot)('an ordinary user starts it in a folder of their own', async () => {
  const dataDir = placeForCluster();
  mkdirSync(dataDir, { mode: 0o700 });
  chownSync(dataDir, 1000, 1000);
  const body = `await db.login.query('create table mine ()'); say(String(process.getuid())); await db.close();`;
  const program = otherProgram(dataDir, 'own', body, [
    'setpriv',
    '--reuid=1000',
    '--regid=1000',
    '--clear-groups',
    '--',
  ]);
  expect(await ended(program)).toBe(0);
  expect(program.lines).toEqual(['open', '1000']);
  expect(statSync(layoutOf(dataDir).cluster).uid).toBe(1000);
});

test.runIf(asRoot && namespaces)(
  'root starts it in a folder that is closed to others, and after opening it',
  async () => {
    const dataDir = placeForCluster();
    chmodSync(dirname(dataDir), 0o700);
    const closed = await openEmbedded(dataDir);
    await closed.login.query('create table kept ()');
    expect(statSync(layoutOf(dataDir).cluster).uid).toBe(0);
    await closed.close();
    chmodSync(dirname(dataDir), 0o755);
    const open = await openEmbedded(dataDir);
    expect((await open.login.query('select * from kept')).rows).toEqual([]);
    expect(statSync(layoutOf(dataDir).cluster).uid).not.toBe(0);
  },
);

test.runIf(asRoot)('somebody else’s folder in the place of the socket is not trusted', async () => {
  const dataDir = placeForCluster(`${'long-'.repeat(31)}path`);
  const { socketDir } = layoutOf(dataDir);
  mkdirSync(socketDir, { mode: 0o777 });
  onTestFinished(() => rmSync(socketDir, { recursive: true, force: true }));
  chownSync(socketDir, 1000, 1000);
  await expect(openEmbedded(dataDir)).rejects.toThrow('belongs to somebody else');
  rmSync(socketDir, { recursive: true });
  symlinkSync('/tmp', socketDir);
  await expect(openEmbedded(dataDir)).rejects.toThrow('belongs to somebody else');
});
