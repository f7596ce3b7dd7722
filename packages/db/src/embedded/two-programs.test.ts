import { answers, ended, openEmbedded, otherProgram, placeForCluster } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { findRunning } from './find-running.ts';
import { isRunning } from './locks/process-state.ts';

test('a second program on one data folder is refused, with the number of the first', async () => {
  const dataDir = placeForCluster();
  const first = await openEmbedded(dataDir);
  await expect(openEmbedded(dataDir)).rejects.toThrow(`Another Balcão (process ${process.pid}, since `);
  expect((await first.login.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('commands use the program’s PostgreSQL, several at once, and leave it running', async () => {
  const dataDir = placeForCluster();
  const db = await openEmbedded(dataDir);
  const pid = findRunning(dataDir)?.pid;
  await db.login.query('create table seen (n int)');
  const commands = [1, 2, 3].map((n) =>
    otherProgram(dataDir, 'join-or-start', `await db.login.query('insert into seen values (${n})'); await db.close();`),
  );
  expect(await Promise.all(commands.map(ended))).toEqual([0, 0, 0]);
  expect((await db.login.query('select n from seen order by n')).rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  expect(findRunning(dataDir)?.pid).toBe(pid);
});

test('commands alone start one PostgreSQL between them, and the last one stops it', async () => {
  const dataDir = placeForCluster();
  const body = `await db.login.query('create table if not exists seen (n int)').catch(() => undefined); await db.login.query('insert into seen values (1)'); await db.close();`;
  const commands = [1, 2, 3].map(() => otherProgram(dataDir, 'join-or-start', body));
  expect(await Promise.all(commands.map(ended))).toEqual([0, 0, 0]);
  const db = await openEmbedded(dataDir);
  expect((await db.login.query('select count(*) as n from seen')).rows).toEqual([{ n: 3 }]);
  await db.close();
  expect(findRunning(dataDir)).toBeUndefined();
});

test('a program takes over the PostgreSQL of a command that ends, and keeps it alive', async () => {
  const dataDir = placeForCluster();
  const command = await openEmbedded(dataDir, { mode: 'join-or-start', program: 'command' });
  const pid = findRunning(dataDir)?.pid ?? 0;
  const program = await openEmbedded(dataDir);
  await program.login.query('select 1');
  await command.close();
  expect(findRunning(dataDir)?.pid).toBe(pid);
  // The keeper's lock is looked for four times a second.
  await new Promise((resolve) => setTimeout(resolve, 600));
  process.kill(pid, 'SIGKILL');
  // A session lives a moment longer than its postmaster, so it is the new postmaster that is waited for.
  await expect.poll(() => findRunning(dataDir)?.pid ?? pid, { timeout: 5_000 }).not.toBe(pid);
  await expect
    .poll(
      () =>
        program.login.query('select 1').then(
          () => 'back',
          () => 'away',
        ),
      { timeout: 5_000 },
    )
    .toBe('back');
  await program.close();
  expect(findRunning(dataDir)).toBeUndefined();
});

test('PostgreSQL ends with a program that is killed, and the next start has every row within five seconds', async () => {
  const dataDir = placeForCluster();
  const body = `await db.login.query('create table acked (n int primary key)');
    for (let n = 1; ; n++) { await db.login.query('insert into acked values ($1)', [n]); say(String(n)); }`;
  const program = otherProgram(dataDir, 'own', body);
  await expect.poll(() => program.lines.length, { timeout: 15_000 }).toBeGreaterThan(50);
  const pid = findRunning(dataDir)?.pid ?? 0;
  program.kill('SIGKILL');
  await ended(program);
  const acked = Number(program.lines.at(-1));
  const since = performance.now();
  const db = await openEmbedded(dataDir);
  const { rows } = await db.login.query<{ n: number }>('select count(*) as n from acked where n <= $1', [acked]);
  expect(performance.now() - since).toBeLessThan(5_000);
  expect(rows).toEqual([{ n: acked }]);
  expect(isRunning(pid)).toBe(false);
});

test('the PostgreSQL that a killed command left behind is adopted', async () => {
  const dataDir = placeForCluster();
  const command = otherProgram(dataDir, 'join-or-start', 'setInterval(() => 0, 1000);');
  await expect.poll(() => command.lines, { timeout: 15_000 }).toContain('open');
  const pid = findRunning(dataDir)?.pid;
  command.kill('SIGKILL');
  await ended(command);
  const db = await openEmbedded(dataDir);
  expect(findRunning(dataDir)?.pid).toBe(pid);
  expect(await answers(db)).toBe(true);
  await db.close();
  expect(findRunning(dataDir)).toBeUndefined();
});
