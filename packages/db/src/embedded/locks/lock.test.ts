import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { holderOf, tryLock } from './lock.ts';
import { takePidLock } from './pid-lock.ts';

const now = new Date('2026-11-21T00:00:00Z');
function fileForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'a.lock');
}

test('a lock is had once, and again after its release', () => {
  const file = fileForTest();
  const first = tryLock(file, 'first', now);
  expect(first).toBeDefined();
  expect(tryLock(file, 'second', now)).toBeUndefined();
  expect(holderOf(file)).toEqual({ pid: process.pid, program: 'first', since: now.toISOString() });
  first?.release();
  expect(tryLock(file, 'third', now)).toBeDefined();
});

test('without flock(1): a lock of a living process holds, one of a dead process does not', () => {
  const file = fileForTest();
  writeFileSync(file, JSON.stringify({ pid: 1, program: 'init', since: '' }));
  expect(takePidLock(file, 'us', now)).toBeUndefined();
  writeFileSync(file, JSON.stringify({ pid: 4_194_300, program: 'gone', since: '' }));
  const lock = takePidLock(file, 'us', now);
  expect(lock).toBeDefined();
  expect(takePidLock(file, 'us again', now)).toBeUndefined();
  lock?.release();
  expect(readdirSync(join(file, '..'))).toEqual([]);
});

test('without flock(1): a half-written lock is nobody’s', () => {
  const file = fileForTest();
  writeFileSync(file, '{"pid":');
  expect(takePidLock(file, 'us', now)).toBeDefined();
  expect(holderOf(join(file, 'none'))).toBeUndefined();
});

test('without flock(1): a lock with our own number from an earlier life is stale', () => {
  const file = fileForTest();
  writeFileSync(file, JSON.stringify({ pid: process.pid, program: 'before', since: '' }));
  expect(takePidLock(file, 'us', now)).toBeDefined();
});
