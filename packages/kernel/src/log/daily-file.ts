import { mkdirSync, openSync, readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Clock } from '../clock.ts';

type Destination = ReturnType<typeof pino.destination>;

export interface LineSink {
  write(line: string): void;
  flushSync(): void;
}

const fileShape = /^balcao-\d{4}-\d\d-\d\d\.log$/;

/**
 * One file a day (UTC, like the times in it), `balcao-2026-11-21.log`, the newest `keep` of them kept. Opened by us and at once, so that
 * there is never a line without a file to be flushed into: pino-roll opens later, and loses what a short program wrote.
 */
export function openDailyFile(dir: string, clock: Clock, keep = 14): LineSink {
  mkdirSync(dir, { recursive: true, mode: 0o750 });
  let current: Destination | undefined;
  let nextDay = 0;

  function roll(now: Date): Destination {
    const day = now.toISOString().slice(0, 10);
    const fd = openSync(join(dir, `balcao-${day}.log`), 'a', 0o640);
    const opened = pino.destination({ fd, sync: false, minLength: 0 });
    if (current !== undefined) retire(current);
    current = opened;
    nextDay = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
    removeOldest(dir, keep);
    return opened;
  }

  return {
    write(line) {
      const now = clock.now();
      const file = current === undefined || now.getTime() >= nextDay ? roll(now) : current;
      file.write(line);
    },
    flushSync: () => current?.flushSync(),
  };
}

function retire(file: Destination): void {
  file.flushSync();
  file.end();
}

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
