import { closeSync, writeSync } from 'node:fs';
import type { LineSink } from './line-sink.ts';

export interface LineWriter extends LineSink {
  /** Writes what waits and gives the descriptor back. */
  close(): void;
}

/** Written at once when so much has gathered within one turn of the event loop. */
const batchLength = 64 * 1024;
/** What waits for a full disk is dropped beyond this, instead of filling the memory as well. */
const maxWaiting = 8 * 1024 * 1024;
const retryMs = 200;
const patienceMs = 500;

/**
 * Gathers the lines of one turn of the event loop and writes them together, synchronously: they stay in order, `kill -9` loses one turn at
 * most, and there is nothing in flight at exit. sonic-boom, pino's own, never ends when it has to flush to a full disk.
 * Never throws: a log must not be what ends a program.
 */
export function writeLines(fd: number): LineWriter {
  let lines: string[] = [];
  let length = 0;
  let rest: Buffer | undefined;
  let planned: NodeJS.Immediate | NodeJS.Timeout | undefined;
  let broken = false;

  function write(line: string): void {
    if (broken || length > maxWaiting) return;
    lines.push(line);
    length += line.length;
    if (rest === undefined && length >= batchLength) attempt(0);
    planned ??= setImmediate(again);
  }

  function again(): void {
    planned = undefined;
    if (!attempt(0)) planned = setTimeout(again, retryMs).unref();
  }

  /** True when nothing waits any more. */
  function attempt(patience: number): boolean {
    const until = performance.now() + patience;
    while (rest !== undefined || lines.length > 0) {
      rest ??= gather();
      const wrote = writeSome(fd, rest);
      if (wrote === 'gone') return giveUp();
      if (wrote > 0) rest = wrote < rest.length ? rest.subarray(wrote) : undefined;
      else if (performance.now() >= until) return false;
      else pause();
    }
    length = 0;
    return true;
  }

  function gather(): Buffer {
    const text = lines.join('');
    lines = [];
    return Buffer.from(text);
  }

  function giveUp(): boolean {
    broken = true;
    lines = [];
    rest = undefined;
    return true;
  }

  return {
    write,
    flushSync: () => void attempt(patienceMs),
    close() {
      attempt(patienceMs);
      giveUp();
      closeSync(fd);
    },
  };
}

/** How many bytes were taken; 0 when none are taken just now (a full pipe or disk); 'gone' when nobody will ever take one. */
function writeSome(fd: number, bytes: Buffer): number | 'gone' {
  try {
    return writeSync(fd, bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // node:fs throws nothing else
    return code === 'EPIPE' || code === 'EBADF' ? 'gone' : 0;
  }
}

const nobody = new Int32Array(new SharedArrayBuffer(4));
const pause = () => void Atomics.wait(nobody, 0, 0, 5);
