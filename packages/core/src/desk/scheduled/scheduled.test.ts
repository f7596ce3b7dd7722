import { type DbCtx, sql, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { movableClock, testCtx } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { channel, deskLab } from '../testing/desk-lab.ts';
import { cancelScheduled } from './cancel-scheduled.ts';
import type { ScheduledPlan } from './check-scheduled.ts';
import { createScheduled, findScheduled } from './create-scheduled.ts';
import { sendScheduled } from './send-scheduled.ts';
import { sweepScheduled } from './sweep-scheduled.ts';
import { updateScheduled } from './update-scheduled.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const clock = movableClock('2026-11-21T12:00:00Z');
let base: DbCtx;
let lab: Awaited<ReturnType<typeof deskLab>>;
let ctx: WorkspaceCtx;
beforeAll(async () => {
  base = await testCtx({ clock });
  lab = await deskLab(base);
  ({ ctx } = await lab.member('Ana Souza'));
});

const inMs = (ms: number) => new Date(clock.now().getTime() + ms);
const daily = { every: 'day', interval: 1, until: null, times: null } as const;

async function schedule(conversationId: string, plan: Partial<ScheduledPlan> = {}) {
  const place = await lab.place(conversationId);
  const content = { kind: 'text', text: 'Lembrete' } as const;
  const whole = { content, mediaIds: [], at: inMs(HOUR), recurrence: null, onlyIfOpen: false, ...plan };
  return await withWorkspace(ctx, (tx) => createScheduled(ctx, tx, place, channel, whole));
}

const find = (id: string) => lab.within((tx) => findScheduled(ctx, tx, id));
const jobs = sql('test/scheduled-jobs', `select count(*)::int as n from jobs where payload->>'scheduledId' = $1::text`);
const dropJobs = sql('test/drop-scheduled-jobs', `delete from jobs where payload->>'scheduledId' = $1::text`);
const jobsOf = async (id: string) => (await lab.within((tx) => tx.one<{ n: number }>(jobs, [id])))?.n;

/** As a worker with the job of the occurrence that is next. */
async function run(id: string, dueAt?: Date) {
  const at = dueAt ?? (await find(id)).nextAt ?? new Date(0);
  return await sendScheduled(lab.ctx, { scheduledId: id, dueAt: at }, () => channel);
}

test('of many workers with the same occurrence one sends it, as its author, and the bot keeps the floor', async () => {
  const talk = await lab.talk({ windowMs: DAY });
  const { id } = await schedule(talk);
  expect(await jobsOf(id)).toBe(1);
  clock.go(HOUR);
  const queued = await Promise.all(Array.from({ length: 5 }, () => run(id, clock.now())));
  expect(queued.flat()).toHaveLength(1);
  expect(await lab.messages(talk)).toMatchObject([{ text: 'Lembrete', origin: 'person', authorId: ctx.actor.id }]);
  expect(await find(id)).toMatchObject({ state: 'done', nextAt: null, runs: [{ state: 'sent' }] });
  expect((await lab.place(talk)).floor).toBe('bot');
});

test('a series goes on, files and all; days on which nobody worked are not made up for', async () => {
  const talk = await lab.talk({ windowMs: 10 * DAY });
  const file = await lab.file();
  const { id } = await schedule(talk, { recurrence: { ...daily, times: 3 }, mediaIds: [file] });
  const first = (await find(id)).nextAt as Date;
  clock.go(HOUR);
  expect(await run(id)).toHaveLength(2);
  expect((await find(id)).nextAt).toEqual(new Date(first.getTime() + DAY));
  // Three days later the job of the second day is found.
  clock.go(3 * DAY);
  expect(await run(id)).toHaveLength(0);
  expect(await find(id)).toMatchObject({ runs: [{ state: 'failed', reason: 'too_late' }, { state: 'sent' }] });
  clock.go(DAY);
  expect(await run(id)).toHaveLength(2);
  expect(await find(id)).toMatchObject({ state: 'done', occurrences: 3 });
});

test('with the window closed it fails where people see it, and a series tries again the next time', async () => {
  const talk = await lab.talk({ windowMs: HOUR / 2 });
  const [once, series] = [await schedule(talk), await schedule(talk, { recurrence: daily })];
  clock.go(HOUR);
  expect([await run(once.id), await run(series.id)]).toEqual([[], []]);
  expect(await find(once.id)).toMatchObject({ state: 'failed', runs: [{ state: 'failed', reason: 'window_closed' }] });
  expect(await find(series.id)).toMatchObject({ state: 'waiting', runs: [{ state: 'failed' }] });
  expect(await lab.messages(talk)).toEqual([]);
});

test('half of it is nothing: when its file may not go, its text does not either', async () => {
  const talk = await lab.talk({ windowMs: DAY });
  const file = await lab.file();
  const { id } = await schedule(talk, { mediaIds: [file] });
  await lab.within((tx) => tx.run(sql('test/lose-file', `update media set state = 'expired' where id = $1`), [file]));
  clock.go(HOUR);
  expect(await run(id)).toEqual([]);
  expect(await find(id)).toMatchObject({ state: 'failed', runs: [{ reason: 'not_found' }] });
  expect(await lab.messages(talk)).toEqual([]);
});

test('only for open tickets, when asked so', async () => {
  const [open, over] = [await lab.talk({ windowMs: DAY }), await lab.talk({ status: 'resolved', windowMs: DAY })];
  const [a, b] = [await schedule(open, { onlyIfOpen: true }), await schedule(over, { onlyIfOpen: true })];
  clock.go(HOUR);
  expect(await run(a.id)).toHaveLength(1);
  expect(await run(b.id)).toHaveLength(0);
  expect(await find(b.id)).toMatchObject({ state: 'done', runs: [{ state: 'skipped', reason: 'not_open' }] });
});

test('what was changed or taken back does not go at the old time', async () => {
  const talk = await lab.talk({ windowMs: DAY });
  const [moved, gone] = [await schedule(talk), await schedule(talk)];
  const old = moved.nextAt as Date;
  await withWorkspace(ctx, (tx) => updateScheduled(ctx, tx, moved, channel, { at: inMs(2 * HOUR) }));
  expect(await withWorkspace(ctx, (tx) => cancelScheduled(ctx, tx, gone))).toBe(true);
  expect(await withWorkspace(ctx, (tx) => cancelScheduled(ctx, tx, gone))).toBe(false);
  clock.go(HOUR);
  expect([await run(moved.id, old), await run(gone.id, old)]).toEqual([[], []]);
  clock.go(HOUR);
  expect(await run(moved.id)).toHaveLength(1);
  await expect(
    withWorkspace(ctx, async (tx) => updateScheduled(ctx, tx, await findScheduled(ctx, tx, moved.id), channel, {})),
  ).rejects.toMatchObject({ code: 'conflict' });
});

test('a job that was lost is found again by the sweep, and not twice', async () => {
  const { id } = await schedule(await lab.talk({ windowMs: DAY }));
  await lab.within((tx) => tx.run(dropJobs, [id]));
  await sweepScheduled(base);
  expect(await jobsOf(id)).toBe(0);
  clock.go(HOUR + 5 * 60_000);
  await sweepScheduled(base);
  await sweepScheduled(base);
  expect(await jobsOf(id)).toBe(1);
});

test('what can never be sent is refused when it is made', async () => {
  const talk = await lab.talk();
  const refused = { code: 'invalid_input' };
  await expect(schedule(talk, { at: inMs(-HOUR) })).rejects.toMatchObject(refused);
  const ended = { ...daily, until: inMs(-HOUR).toISOString() };
  await expect(schedule(talk, { recurrence: ended })).rejects.toMatchObject(refused);
  await expect(schedule(talk, { mediaIds: [base.ids.uuid()] })).rejects.toMatchObject({ code: 'not_found' });
  const content = { kind: 'text', text: 'x'.repeat(5_000) } as const;
  await expect(schedule(talk, { content })).rejects.toMatchObject({ code: 'over_limit' });
});
