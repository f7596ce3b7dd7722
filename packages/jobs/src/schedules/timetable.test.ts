import { type DbCtx, sql, withConveyor } from '@balcao/db';
import { testCtx } from '@balcao/testkit';
import { beforeEach, expect, test } from 'vitest';
import { createRunner, defineSchedule } from '../index.ts';
import { matchHandlers } from '../run/match-handlers.ts';
import { noteJob } from '../testing/note-job.ts';
import { type SteppingClock, steppingClock } from '../testing/stepping-clock.ts';
import { until } from '../testing/until.ts';
import { createTimetable } from './timetable.ts';

const job = noteJob('notes.write');
const base = await testCtx();
const matched = matchHandlers([job], [{ [job.name]: async () => undefined }]);
const hourly = defineSchedule({ name: 'hourly', cron: '0 * * * *', job, payload: { text: 'tick' } });
const HOUR = 3_600_000;
const jobs = sql('test/scheduled', 'select payload from jobs');
const finish = sql('test/schedule-finish', 'delete from jobs');
const wipe = sql('test/schedule-wipe', 'delete from schedules');

let clock: SteppingClock;
let ctx: DbCtx;
beforeEach(async () => {
  clock = steppingClock(new Date('2026-11-21T12:30:00Z'));
  ctx = { ...base, clock };
  await withConveyor(ctx, async (tx) => void (await tx.run(finish), await tx.run(wipe)));
});
const waiting = async () => (await withConveyor(ctx, (tx) => tx.rows(jobs))).length;
const finishAll = () => withConveyor(ctx, (tx) => tx.run(finish));

test('of several processes exactly one fires, and missed runs are made up for once', async () => {
  const tables = [1, 2, 3].map(() => createTimetable(ctx, matched, [hourly]));
  await Promise.all(tables.map((table) => table.keep()));
  const fireAll = () => Promise.all(tables.map((table) => table.fire()));
  await fireAll();
  expect(await waiting()).toBe(0);
  expect(tables[0]?.nextIn()).toBe(HOUR / 2);
  clock.advance(HOUR / 2);
  await fireAll();
  await fireAll();
  expect(await waiting()).toBe(1);
  await finishAll();
  // The whole house is off for five hours.
  clock.advance(5 * HOUR);
  const later = createTimetable(ctx, matched, [hourly]);
  await later.keep();
  await Promise.all([later.fire(), fireAll()]);
  await later.fire();
  expect(await waiting()).toBe(1);
  expect(later.nextIn()).toBe(HOUR);
});

test('a run is left out while the one before is not over', async () => {
  const table = createTimetable(ctx, matched, [hourly]);
  await table.keep();
  for (let n = 0; n < 3; n++) {
    clock.advance(HOUR);
    await table.fire();
  }
  expect(await waiting()).toBe(1);
});

test('times are those of São Paulo unless said otherwise, and a changed pattern counts from now', async () => {
  const at = (cron: string, tz?: string) =>
    defineSchedule({ name: 'daily', cron, job, payload: { text: '' }, ...(tz && { tz }) });
  const nextIn = async (schedule = at('0 15 * * *')) => {
    const table = createTimetable(ctx, matched, [schedule]);
    await table.keep();
    return table.nextIn() / HOUR;
  };
  // 12:30 in Greenwich is 9:30 in São Paulo.
  expect(await nextIn(at('0 15 * * *'))).toBe(5.5);
  expect(await nextIn(at('0 15 * * *', 'UTC'))).toBe(2.5);
  expect(await nextIn(at('0 10 * * *'))).toBe(0.5);
});

test('a schedule that cannot be read, has a namesake or a job nobody does stops the program at boot', () => {
  expect(() => defineSchedule({ name: 'x', cron: 'each morning', job, payload: { text: '' } })).toThrow(
    /cannot be read/,
  );
  expect(() => defineSchedule({ name: 'x', cron: '0 0 30 2 *', job, payload: { text: '' } })).toThrow(/cannot be read/);
  expect(() =>
    defineSchedule({ name: 'x', cron: '* * * * *', tz: 'America/Atlantis', job, payload: { text: '' } }),
  ).toThrow(/cannot be read/);
  expect(() => createTimetable(ctx, matched, [hourly, hourly])).toThrow(/Two schedules are named "hourly"/);
  expect(() => createTimetable(ctx, new Map(), [hourly])).toThrow(/which no handler does/);
});

test('a started runner fires its schedules', async () => {
  const ticks: string[] = [];
  const handlers = { [job.name]: async (_: DbCtx, note: { text: string }) => void ticks.push(note.text) };
  const runner = createRunner(ctx, [job], handlers, { schedules: [hourly] });
  await runner.start();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ticks).toEqual([]);
  clock.advance(HOUR / 2);
  await until(() => ticks.length === 1);
  await runner.stop();
});
