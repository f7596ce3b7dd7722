import { readdirSync, readFileSync } from 'node:fs';
import { Fault } from '@balcao/kernel';
import { answers, openEmbedded, placeForCluster } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { faultFromPostgres } from '../transaction/fault-from-postgres.ts';
import { findRunning } from './find-running.ts';

const ROUNDS = 10;
const WRITERS = 4;

/** The postmaster, one of its sessions, or everything at once as in a power cut. */
function kill(dataDir: string, what: 'postmaster' | 'session' | 'all'): void {
  const postmaster = findRunning(dataDir)?.pid;
  if (postmaster === undefined) return;
  const children = readdirSync('/proc').filter((name) => {
    try {
      return readFileSync(`/proc/${name}/stat`, 'latin1').split(') ')[1]?.split(' ')[1] === String(postmaster);
    } catch {
      return false;
    }
  });
  const victims = { postmaster: [postmaster], session: children.slice(-1), all: [postmaster, ...children] }[what];
  for (const pid of victims) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // it was faster
    }
  }
}

test('PostgreSQL killed again and again while four write: it comes back by itself and no acknowledged row is lost', {
  timeout: 60_000,
}, async () => {
  const dataDir = placeForCluster();
  const db = await openEmbedded(dataDir);
  await db.login.query('create table acked (writer int, n int, primary key (writer, n))');
  const acked: [number, number][] = [];
  const codes = new Set<string>();
  let writing = true;
  let slowest = 0;
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let n = 0; writing; n++) {
      const since = performance.now();
      const done = await write(writer, n).catch(
        (error: unknown) => void codes.add(error instanceof Fault ? error.code : String(error)),
      );
      slowest = Math.max(slowest, performance.now() - since);
      if (done === true) acked.push([writer, n]);
      else await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });
  async function write(writer: number, n: number): Promise<true> {
    await db.login
      .query('insert into acked values ($1, $2)', [writer, n])
      .catch((error: unknown) => Promise.reject(faultFromPostgres(error, 'writing')));
    return true;
  }
  const away: number[] = [];
  const patience = { timeout: 10_000, interval: 5 };
  for (let round = 0; round < ROUNDS; round++) {
    await new Promise((resolve) => setTimeout(resolve, 150 + 50 * (round % 3)));
    const what = (['postmaster', 'session', 'all'] as const)[round % 3] ?? 'all';
    const pid = findRunning(dataDir)?.pid;
    kill(dataDir, what);
    const since = performance.now();
    // Sessions live a moment longer than their postmaster: what counts is what the next one acknowledges.
    const isNew = () => what === 'session' || (findRunning(dataDir)?.pid ?? pid) !== pid;
    await expect.poll(isNew, patience).toBe(true);
    const before = acked.length;
    await expect.poll(() => acked.length, patience).toBeGreaterThan(before + 8);
    away.push(performance.now() - since);
  }
  writing = false;
  await Promise.all(writers);
  await expect.poll(() => answers(db), patience).toBe(true);
  const { rows } = await db.login.query<{ writer: number; n: number }>('select writer, n from acked');
  const stored = new Set(rows.map((row) => `${row.writer} ${row.n}`));
  expect(acked.filter(([writer, n]) => !stored.has(`${writer} ${n}`))).toEqual([]);
  expect(acked.length).toBeGreaterThan(ROUNDS * 8);
  expect([...codes]).toEqual(['unavailable']);
  expect(slowest).toBeLessThan(3_500);
  expect(Math.max(...away)).toBeLessThan(5_000);
});
