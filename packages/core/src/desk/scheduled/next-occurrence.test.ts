import type { Recurrence } from '@balcao/contract';
import { wallTimeOf } from '@balcao/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextOccurrence } from './next-occurrence.ts';

const SAO_PAULO = 'America/Sao_Paulo';

function series(first: string, rule: Partial<Recurrence>, count: number, timeZone = SAO_PAULO): string[] {
  const whole: Recurrence = { every: 'day', interval: 1, until: null, times: null, ...rule };
  const found = [new Date(first)];
  for (let n = 1; n < count; n++) {
    const at = nextOccurrence(found[0] as Date, whole, { after: found.at(-1) as Date, occurrences: n }, timeZone);
    if (at === undefined) break;
    found.push(at);
  }
  return found.map((at) => at.toISOString());
}

test('every day, every other week on two days, and every month by its last day', () => {
  expect(series('2026-11-21T12:00:00Z', { interval: 2 }, 3)).toEqual([
    '2026-11-21T12:00:00.000Z',
    '2026-11-23T12:00:00.000Z',
    '2026-11-25T12:00:00.000Z',
  ]);
  // From a Saturday: that week's Monday is over; the next counted week is the one after the next.
  expect(series('2026-11-21T12:00:00Z', { every: 'week', interval: 2, weekdays: [1, 6] }, 4)).toEqual([
    '2026-11-21T12:00:00.000Z',
    '2026-11-30T12:00:00.000Z',
    '2026-12-05T12:00:00.000Z',
    '2026-12-14T12:00:00.000Z',
  ]);
  expect(series('2027-01-31T12:00:00Z', { every: 'month' }, 4).map((at) => at.slice(0, 10))).toEqual([
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
    '2027-04-30',
  ]);
});

test('nine in the morning stays nine in the morning when summer time begins, and a skipped hour is made up for', () => {
  expect(series('2026-03-06T14:00:00Z', {}, 4, 'America/New_York').map((at) => at.slice(8, 16))).toEqual([
    '06T14:00',
    '07T14:00',
    '08T13:00',
    '09T13:00',
  ]);
  // 02:30 does not exist on 8 March in New York.
  expect(series('2026-03-07T07:30:00Z', {}, 3, 'America/New_York').map((at) => at.slice(8, 16))).toEqual([
    '07T07:30',
    '08T07:30',
    '09T06:30',
  ]);
});

test('a series ends at its day or its number, and what has no recurrence comes once', () => {
  expect(series('2026-11-21T12:00:00Z', { times: 2 }, 9)).toHaveLength(2);
  expect(series('2026-11-21T12:00:00Z', { until: '2026-11-23T12:00:00.000Z' }, 9)).toHaveLength(3);
  const at = new Date('2026-11-21T12:00:00Z');
  expect(nextOccurrence(at, null, { after: at, occurrences: 1 }, SAO_PAULO)).toBeUndefined();
});

test('whatever was missed, the next one lies ahead, at the same time of day', () => {
  const rule = fc.record({
    every: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    interval: fc.integer({ min: 1, max: 6 }),
    until: fc.constant(null),
    times: fc.constant(null),
  });
  const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(rule, moment, fc.integer({ min: 0, max: 900 }), (recurrence, first, days) => {
      const after = new Date(first.getTime() + days * 86_400_000);
      const at = nextOccurrence(first, recurrence, { after, occurrences: 1 }, SAO_PAULO) as Date;
      expect(at.getTime()).toBeGreaterThan(after.getTime());
      const [was, is] = [wallTimeOf(first, SAO_PAULO), wallTimeOf(at, SAO_PAULO)];
      expect([is.hour, is.minute, is.second]).toEqual([was.hour, was.minute, was.second]);
    }),
  );
});
