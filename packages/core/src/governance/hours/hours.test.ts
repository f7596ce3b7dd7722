import { type BusinessHours, businessHours, type HourSpan, weekDays } from '@balcao/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueAfter } from './due-after.ts';
import { easterOf, holidayOn } from './holidays.ts';
import { nextOpening } from './next-opening.ts';
import { openNow } from './open-now.ts';
import { openSpans } from './open-spans.ts';

const SAO_PAULO = 'America/Sao_Paulo';
const every = (...spans: HourSpan[]) =>
  Object.fromEntries(weekDays.map((day) => [day, spans])) as BusinessHours['week']; // all seven
const open = (change: Partial<BusinessHours> = {}): BusinessHours => ({
  ...businessHours.parse({}),
  always: false,
  ...change,
});
const iso = (at: Date | null) => at?.toISOString() ?? null;

test.each([
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter of %i is %s', (year, date) => {
  expect(easterOf(year)).toBe(date);
});

describe('holidays', () => {
  const national = { nationalHolidays: true, customaryHolidays: [] };
  const customary = {
    nationalHolidays: false,
    customaryHolidays: ['carnival' as const, 'ash_wednesday' as const, 'corpus_christi' as const],
  };

  test('of the law: ten a year since 2024, nine before', () => {
    const inYear = (year: number) =>
      Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(year, 0, 1 + i)).toISOString().slice(0, 10)).filter(
        (date) => date.startsWith(String(year)) && holidayOn(date, national) !== undefined,
      );
    expect(inYear(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-21',
      '2026-05-01',
      '2026-09-07',
      '2026-10-12',
      '2026-11-02',
      '2026-11-15',
      '2026-11-20',
      '2026-12-25',
    ]);
    expect(inYear(2023)).toHaveLength(9);
  });

  test('of custom: only when the company keeps them', () => {
    const dates = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-06-04'];
    expect(dates.map((date) => holidayOn(date, customary))).toEqual([
      'Carnaval',
      'Carnaval',
      'Quarta-feira de Cinzas',
      'Corpus Christi',
    ]);
    expect(dates.map((date) => holidayOn(date, national))).toEqual([undefined, undefined, undefined, undefined]);
    expect(holidayOn('2026-12-25', customary)).toBeUndefined();
  });
});

describe('open or closed', () => {
  const at = (text: string) => new Date(`${text}-03:00`);

  test.each([
    ['2026-11-23T07:59:59', false, 'a Monday before opening'],
    ['2026-11-23T08:00:00', true, 'at opening'],
    ['2026-11-23T11:59:59', true, 'before lunch'],
    ['2026-11-23T12:00:00', false, 'at lunch'],
    ['2026-11-23T13:00:00', true, 'after lunch'],
    ['2026-11-23T18:00:00', false, 'at closing'],
    ['2026-11-21T10:00:00', false, 'a Saturday'],
    ['2026-11-20T10:00:00', false, 'a Friday that is a holiday'],
    ['2026-04-03T10:00:00', false, 'Good Friday'],
  ])('%s: %s (%s)', (text, expected) => {
    expect(openNow(open(), SAO_PAULO, at(text))).toBe(expected);
  });

  test('a date of its own wins over the week and over a holiday', () => {
    const hours = open({
      dates: [
        { date: '2026-12-24', name: 'véspera', spans: [{ from: '08:00', to: '12:00' }] },
        { date: '2026-12-25', name: 'plantão', spans: [{ from: '10:00', to: '11:00' }] },
        { date: '2026-12-28', name: 'inventário', spans: [] },
      ],
    });
    const seen = ['24T11:00', '24T14:00', '25T10:30', '25T11:30', '28T10:00', '29T10:00'];
    expect(seen.map((text) => openNow(hours, SAO_PAULO, at(`2026-12-${text}:00`)))).toEqual([
      true,
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  test('an evening reaches into the next morning, also when that is a holiday', () => {
    const bar = open({ week: every({ from: '18:00', to: '02:00' }) });
    expect(openNow(bar, SAO_PAULO, at('2026-11-20T01:30:00'))).toBe(true);
    expect(openNow(bar, SAO_PAULO, at('2026-11-20T02:00:00'))).toBe(false);
    expect(openNow(bar, SAO_PAULO, at('2026-11-20T20:00:00'))).toBe(false);
    expect(openNow(bar, SAO_PAULO, at('2026-11-21T01:00:00'))).toBe(false);
  });

  test('whole days are one long opening', () => {
    const whole = open({ week: every({ from: '00:00', to: '00:00' }), nationalHolidays: false });
    expect([...openSpans(whole, SAO_PAULO, at('2026-11-21T10:00:00'))]).toHaveLength(1);
    expect(iso(dueAfter(whole, SAO_PAULO, at('2026-11-21T10:00:00'), 3 * 1440))).toBe('2026-11-24T13:00:00.000Z');
  });

  test('the clock that counts is the one of the workspace', () => {
    const noon = new Date('2026-11-23T11:30:00Z');
    expect(openNow(open(), SAO_PAULO, noon)).toBe(true);
    expect(openNow(open(), 'America/Manaus', noon)).toBe(false);
    expect(openNow(open(), 'Asia/Tokyo', noon)).toBe(false);
  });

  test('across a change of summer time the clock on the wall counts', () => {
    const hours = open({ week: every({ from: '01:00', to: '04:00' }), nationalHolidays: false });
    // New York, 8 March 2026: 02:00 to 03:00 is skipped, so three hours on the wall are two.
    const midnight = new Date('2026-03-08T05:00:00Z');
    expect(iso(nextOpening(hours, 'America/New_York', midnight))).toBe('2026-03-08T06:00:00.000Z');
    expect(iso(dueAfter(hours, 'America/New_York', midnight, 120))).toBe('2026-03-08T08:00:00.000Z');
    expect(iso(dueAfter(hours, 'America/New_York', midnight, 121))).toBe('2026-03-09T05:01:00.000Z');
  });
});

describe('what is due', () => {
  test('four hours from Friday 16:00 are Monday 10:00', () => {
    expect(iso(dueAfter(open(), SAO_PAULO, new Date('2026-11-27T19:00:00Z'), 240))).toBe('2026-11-30T13:00:00.000Z');
  });

  test('outside the hours it opens first; a holiday is passed over', () => {
    // Thursday evening, 19 November; Friday is a holiday, then the weekend.
    expect(iso(nextOpening(open(), SAO_PAULO, new Date('2026-11-19T22:00:00Z')))).toBe('2026-11-23T11:00:00.000Z');
    expect(iso(dueAfter(open(), SAO_PAULO, new Date('2026-11-19T22:00:00Z'), 30))).toBe('2026-11-23T11:30:00.000Z');
  });

  test('a company that never opens promises nothing', () => {
    expect(nextOpening(open({ week: every() }), SAO_PAULO, new Date())).toBeNull();
    expect(openNow(open({ week: every() }), SAO_PAULO, new Date())).toBe(false);
  });

  test('open at any hour: now', () => {
    const now = new Date();
    expect(nextOpening(businessHours.parse({}), SAO_PAULO, now)).toEqual(now);
    expect(dueAfter(businessHours.parse({}), SAO_PAULO, now, 90)?.getTime()).toBe(now.getTime() + 90 * 60_000);
  });
});

describe('for any hours at any moment', () => {
  const clock = fc
    .integer({ min: 0, max: 95 })
    .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
  const spans = fc.array(fc.record({ from: clock, to: clock }), { maxLength: 3 });
  const week = fc
    .tuple(spans, spans, spans, spans, spans, spans, spans)
    .map((days) => Object.fromEntries(weekDays.map((day, i) => [day, days[i]])) as BusinessHours['week']);
  const hours = fc.record({ week, nationalHolidays: fc.boolean() }).map((change) => open(change));
  const zone = fc.constantFrom(SAO_PAULO, 'America/New_York', 'America/Noronha', 'Asia/Kolkata', 'UTC');
  const moment = fc.date({
    min: new Date('2025-01-01T00:00:00Z'),
    max: new Date('2027-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  const minutes = fc.integer({ min: 0, max: 3_000 });

  test('it is open at the next opening, and closed at every minute until then', () => {
    fc.assert(
      fc.property(hours, zone, moment, fc.double({ min: 0, max: 0.999, noNaN: true }), (given, timeZone, at, part) => {
        const next = nextOpening(given, timeZone, at);
        if (next === null) return;
        expect(next.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(openNow(given, timeZone, next)).toBe(true);
        const before = new Date(at.getTime() + part * (next.getTime() - at.getTime()));
        expect(before < next && openNow(given, timeZone, before)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('more minutes are never due earlier, and in two parts it is the same moment', () => {
    fc.assert(
      fc.property(hours, zone, moment, minutes, minutes, (given, timeZone, at, some, more) => {
        const first = dueAfter(given, timeZone, at, some);
        const whole = dueAfter(given, timeZone, at, some + more);
        if (first === null || whole === null) return;
        expect(whole.getTime()).toBeGreaterThanOrEqual(first.getTime());
        // No minutes more are due when it opens again, which is later than the end of the day.
        expect(more > 0 ? dueAfter(given, timeZone, first, more) : whole).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  test('between now and when it is due lies as much open time as was asked', () => {
    fc.assert(
      fc.property(hours, zone, moment, minutes, (given, timeZone, at, some) => {
        const due = dueAfter(given, timeZone, at, some);
        if (due === null) return;
        let passed = 0;
        for (const { from, to } of openSpans(given, timeZone, at)) {
          if (from > due.getTime()) break;
          passed += Math.max(0, Math.min(to, due.getTime()) - Math.max(from, at.getTime()));
        }
        expect(passed).toBe(some * 60_000);
      }),
      { numRuns: 150 },
    );
  });
});
