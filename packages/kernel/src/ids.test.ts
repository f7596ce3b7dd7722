import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clock, systemClock } from './clock.ts';
import { createIds, isUuid, uuidFloor } from './ids.ts';

const clockAt = (time: { ms: number }): Clock => ({ ...systemClock, now: () => new Date(time.ms) });
const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

test('ids are UUIDv7 of their moment, unique, and sort as they were made', () => {
  const time = { ms: Date.parse('2026-11-21T00:00:00Z') };
  const ids = createIds(clockAt(time));
  const made: string[] = [];
  for (let i = 0; i < 50_000; i++) {
    if (i % 1_000 === 0) time.ms += 1;
    made.push(ids.uuid());
  }
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
  expect(made.every(isUuid)).toBe(true);
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  expect(timeOf(made.at(-1) ?? '')).toBe(time.ms);
});

test('a clock set back does not make ids go back', () => {
  const time = { ms: 1_000_000 };
  const ids = createIds(clockAt(time));
  const before = ids.uuid();
  time.ms = 5;
  expect(ids.uuid() > before).toBe(true);
});

test('an id of the past lies between the floors of its millisecond and of the next', () => {
  const ids = createIds(systemClock);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 41 }), (ms) => {
      const id = ids.uuidAt(new Date(ms));
      expect(timeOf(id)).toBe(ms);
      expect(isUuid(id)).toBe(true);
      expect(id > uuidFloor(new Date(ms)) && id < uuidFloor(new Date(ms + 1))).toBe(true);
    }),
  );
});

test.each([
  undefined,
  null,
  1,
  '',
  'x',
  '0192F0C1-7A1B-7C1D-9E1F-123456789012',
  '0192f0c1-7a1b-7c1d-9e1f-12345678901',
  "0192f0c1-7a1b-7c1d-9e1f-123456789012'",
])('%j is no id of ours', (text) => {
  expect(isUuid(text)).toBe(false);
});

test('sleep ends in time, at once when given up, and leaves no listener behind', async () => {
  const started = performance.now();
  await systemClock.sleep(20);
  expect(performance.now() - started).toBeGreaterThan(15);
  const controller = new AbortController();
  const sleeping = systemClock.sleep(60_000, controller.signal);
  controller.abort();
  await sleeping;
  await systemClock.sleep(60_000, controller.signal);
  expect(performance.now() - started).toBeLessThan(5_000);
});
