import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Holder, Lock } from './holder.ts';
import { takePidLock } from './pid-lock.ts';

/**
 * Takes the lock, or returns undefined when a living process has it. flock(1) locks our open file, so the kernel frees it whatever
 * kills us, zombies included. Where there is no flock(1), the file's process number decides.
 */
export function tryLock(file: string, program: string, now: Date): Lock | undefined {
  const fd = openSync(file, 'a+', 0o600);
  const done = spawnSync('flock', ['--nonblock', '3'], { stdio: ['ignore', 'ignore', 'ignore', fd] });
  if (done.error !== undefined) {
    closeSync(fd);
    return takePidLock(`${file}.pid`, program, now);
  }
  if (done.status !== 0) {
    closeSync(fd);
    return undefined;
  }
  const holder: Holder = { pid: process.pid, program, since: now.toISOString() };
  ftruncateSync(fd);
  writeSync(fd, JSON.stringify(holder));
  return { release: () => closeSync(fd) };
}

/** For the sentence of a refusal only: what the file says, not who holds it. */
export function holderOf(file: string): Holder | undefined {
  for (const name of [file, `${file}.pid`]) {
    try {
      const holder: unknown = JSON.parse(readFileSync(name, 'utf8'));
      if (typeof holder === 'object' && holder !== null && 'pid' in holder) return holder as Holder;
    } catch {
      // unreadable or half written: the sentence does without
    }
  }
  return undefined;
}
