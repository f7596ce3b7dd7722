import { closeSync, copyFileSync, existsSync, openSync, readSync, renameSync, statSync, truncateSync } from 'node:fs';

const LIMIT_BYTES = 10 * 1024 * 1024;
const KEPT = 3;

export function openServerLog(file: string): number {
  return openSync(file, 'a', 0o640);
}

export function sizeOfLog(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** Copied and cut, not renamed: PostgreSQL keeps writing to the file it was given, also when this program is gone. */
export function rotateServerLog(file: string, limit = LIMIT_BYTES): boolean {
  if (sizeOfLog(file) <= limit) return false;
  for (let n = KEPT - 1; n >= 1; n--) {
    if (existsSync(`${file}.${n}`)) renameSync(`${file}.${n}`, `${file}.${n + 1}`);
  }
  copyFileSync(file, `${file}.1`);
  truncateSync(file);
  return true;
}

/** Why PostgreSQL ended, in its own words: its last FATAL or PANIC line since `from`. */
export function lastWords(file: string, from: number): string {
  const lines = tail(file, from).split('\n');
  if (lines.some((line) => line.includes('No space left on device'))) return 'the disk is full';
  const last = lines.findLastIndex((line) => /(FATAL|PANIC|error while loading|could not)/.test(line));
  // Of a settings file PostgreSQL says only that it "contains errors"; which one stands in the line before.
  const first = lines[last]?.includes('contains errors') ? last - 1 : last;
  const words = lines.slice(first, last + 1).map((line) => line.replace(/^.*?(LOG|FATAL|PANIC):\s*/, ''));
  return words.join('; ') || (lines.findLast((line) => line !== '') ?? 'it said nothing');
}

function tail(file: string, from: number): string {
  const size = sizeOfLog(file);
  const start = Math.max(Math.min(from, size), size - 16_384);
  if (start === size) return '';
  const buffer = Buffer.alloc(size - start);
  const fd = openSync(file, 'r');
  readSync(fd, buffer, 0, buffer.length, start);
  closeSync(fd);
  return buffer.toString('utf8');
}
