import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Holder, Lock } from './holder.ts';
import { isRunning } from './process-state.ts';

/** Ours, in this process: a file with our number that is not here is left by one who had it before us (containers begin at 1 again). */
const held = new Set<string>();

/** The lock for systems without flock(1) (macOS): link(2) makes a whole file appear or fails, so two never both succeed. */
export function takePidLock(file: string, program: string, now: Date): Lock | undefined {
  if (held.has(file)) return undefined;
  const mine = `${file}.${process.pid}`;
  const holder: Holder = { pid: process.pid, program, since: now.toISOString() };
  writeFileSync(mine, JSON.stringify(holder));
  try {
    for (let tries = 0; tries < 3; tries++) {
      if (link(mine, file)) return hold(file);
      const other = read(file);
      if (other !== undefined && isRunning(other.pid) && other.pid !== process.pid) return undefined;
      // Moved aside, not deleted: when another program was faster we hold its fresh lock, and put it back.
      const aside = `${mine}.stale`;
      renameSync(file, aside);
      const moved = read(aside);
      if (moved !== undefined && moved.pid !== other?.pid) link(aside, file);
      rmSync(aside, { force: true });
    }
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined; // lost the race for the stale file
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

function hold(file: string): Lock {
  held.add(file);
  return {
    release() {
      held.delete(file);
      rmSync(file, { force: true });
    },
  };
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder; // written whole by link(2) above
  } catch {
    return undefined;
  }
}
