import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lastWords, rotateServerLog } from './server-log.ts';

function logForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'postgresql.log');
}

test('a log that has grown is put aside, and at most three are kept', () => {
  const file = logForTest();
  for (let n = 1; n <= 6; n++) {
    appendFileSync(file, `${n}`.repeat(20));
    expect(rotateServerLog(file, 10)).toBe(true);
    expect(statSync(file).size).toBe(0);
  }
  expect(rotateServerLog(file, 10)).toBe(false);
  expect([1, 2, 3].map((n) => readFileSync(`${file}.${n}`, 'utf8').charAt(0))).toEqual(['6', '5', '4']);
  expect(existsSync(`${file}.4`)).toBe(false);
});

test('the last words are the gravest of this start only', () => {
  const file = logForTest();
  writeFileSync(file, '2026 [1] FATAL:  of an old start\n');
  const from = statSync(file).size;
  appendFileSync(file, '2026 [2] LOG:  starting\n2026 [2] FATAL:  could not map memory\n2026 [2] LOG:  shut down\n');
  expect(lastWords(file, from)).toBe('could not map memory');
});

test('a full disk is said in words', () => {
  const file = logForTest();
  writeFileSync(
    file,
    '2026 [2] PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device\n2026 [1] LOG:  aborting\n',
  );
  expect(lastWords(file, 0)).toBe('the disk is full');
});

test('a server that said nothing said nothing', () => {
  const file = logForTest();
  writeFileSync(file, '');
  expect(lastWords(file, 0)).toBe('it said nothing');
});
