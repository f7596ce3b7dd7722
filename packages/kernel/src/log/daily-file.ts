import { mkdirSync, openSync, readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { LineSink } from './line-sink.ts';
import { writeLines } from './write-lines.ts';

const fileShape = /^balcao-\d{4}-\d\d-\d\d\.log$/;
const dayMs = 86_400_000;
const retryMs = 60_000;
/**
 * One file a day (UTC, like the times in it), `balcao-2026-11-21.log`, the newest `keep` of them kept. Opened at
 * once, so that a short program loses nothing. Throws when the folder cannot be written; afterwards never.
 */
export function openDailyFile(dir: string, clock: Clock, keep = 14): LineSink {
  mkdirSync(dir, { recursive: true, mode: 0o750 });
  let current = openDay(dir, clock.now());
  let nextDay = startOfNextDay(clock.now());
  removeOldest(dir, keep);

  function roll(now: Date): void {
    try {
      const next = openDay(dir, now);
      current.close();
      current = next;
      nextDay = startOfNextDay(now);
      removeOldest(dir, keep);
    } catch {
      nextDay = now.getTime() + retryMs; // yesterday's file goes on until then
    }
  }

  return {
    write(line) {
      const now = clock.now();
      if (now.getTime() >= nextDay) roll(now);
      current.write(line);
    },
    flushSync: () => current.flushSync(),
  };
}

const dayOf = (now: Date) => now.toISOString().slice(0, 10);
const startOfNextDay = (now: Date) => Date.parse(`${dayOf(now)}T00:00:00Z`) + dayMs;

const openDay = (dir: string, now: Date) => writeLines(openSync(join(dir, `balcao-${dayOf(now)}.log`), 'a', 0o640));

/** Another process may be removing the same ones. */
function removeOldest(dir: string, keep: number): void {
  const files = readdirSync(dir)
    .filter((name) => fileShape.test(name))
    .sort();
  for (const name of files.slice(0, Math.max(0, files.length - keep))) {
    try {
      unlinkSync(join(dir, name));
    } catch {
      // gone already, or not ours to remove: neither is worth stopping for
    }
  }
}
