import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDb } from '@balcao/db';
import { createMetrics, Secret, systemClock } from '@balcao/kernel';
import { quietLog } from '@balcao/testkit';
import { afterAll, expect, test } from 'vitest';
import { type Answer, senderPhone } from '../../bench/load/index.ts';
import { listMessages } from './list-messages.ts';
import { startEchoLine } from './start-echo-line.ts';

const disk = mkdtempSync(join(tmpdir(), 'balcao-disk-'));
const mounted = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=480m,mode=755', 'tmpfs', disk]).status === 0;
afterAll(() => {
  if (mounted) spawnSync('/bin/umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

const freeBytes = () => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
};

/** To the last byte. */
function fillUp(): { giveBack(): void } {
  const ballast = join(disk, 'ballast');
  for (let size = freeBytes(); size > 0; size = freeBytes()) {
    try {
      writeFileSync(ballast, Buffer.alloc(Math.min(size, 8 * 1024 * 1024)), { flag: 'a' });
    } catch {
      break;
    }
  }
  return { giveBack: () => rmSync(ballast) };
}

/** Asks for the next file of the write-ahead log, for which there is no room. */
async function endTheLog(): Promise<void> {
  const url = new Secret(`postgres://balcao@socket/postgres?host=${encodeURIComponent(join(disk, 'data', 'run'))}`);
  const parts = { clock: systemClock, log: quietLog, metrics: createMetrics() };
  const db = await openDb({ dataDir: '', database: { kind: 'external', url } }, parts);
  for (let n = 0; n < 5; n++) await db.login.query('select pg_switch_wal()').catch(() => undefined);
  await db.close();
}

test.skipIf(!mounted)(
  'with the disk full webhooks get 503, nothing acknowledged is lost, and all goes on once there is space again',
  { timeout: 120_000 },
  async () => {
    const line = await startEchoLine('disk', { dataDir: join(disk, 'data') });
    try {
      const { exchange } = line;
      const answers: Promise<Answer>[] = [];
      const timer = setInterval(() => {
        const letter = exchange.writeOne(senderPhone(answers.length % 200));
        answers.push(exchange.post(letter, performance.now()));
      }, 7);
      await sleep(1_000);
      const full = fillUp();
      await sleep(5_000);
      expect(await line.program.isReady()).toBe(false);
      // Tables cannot grow; now the log cannot go on either, and PostgreSQL ends itself.
      const postmaster = line.program.postgresPid();
      await endTheLog();
      await expect.poll(() => line.program.postgresPid(), { timeout: 10_000 }).not.toBe(postmaster);
      await sleep(5_000);
      const now = performance.now();
      full.giveBack();
      await line.program.whenReady(30_000);
      expect(performance.now() - now).toBeLessThan(20_000); // PostgreSQL is tried again every ten seconds by then
      await sleep(2_000);
      clearInterval(timer);
      const statuses = (await Promise.all(answers)).map(({ status }) => status);
      expect(new Set(statuses)).toEqual(new Set([200, 503]));
      expect(statuses.at(-1)).toBe(200);
      await expect.poll(() => exchange.book.totals().lost, { timeout: 40_000, interval: 100 }).toBe(0);
      expect(exchange.book.totals()).toMatchObject({ doubled: 0, misdirected: 0 });
      const listed = await listMessages(line.program, line.channel);
      const stored = new Set(listed.filter(({ direction }) => direction === 'in').map(({ providerId }) => providerId));
      const acked = exchange.book.questions.filter(({ ackedAt }) => !Number.isNaN(ackedAt));
      expect(acked.filter(({ wamid }) => !stored.has(wamid))).toEqual([]);
    } finally {
      await line.close();
    }
  },
);
