import { type DbCtx, withConveyor } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { Job } from '../define-job.ts';
import { enqueue } from '../enqueue.ts';
import type { Matched } from '../run/match-handlers.ts';
import { nextRun, type Schedule } from './define-schedule.ts';
import { fireSchedule, keepSchedule, readSchedule } from './rows.ts';

export interface Timetable {
  /** Writes the schedules down where they are new or changed, and learns when each is next. */
  keep(): Promise<void>;
  /** Enqueues what is due: once, however many runs were missed and however many processes look. */
  fire(): Promise<void>;
  /** Milliseconds until the next one. */
  nextIn(): number;
}

/** After the last run that a pattern has. */
const NEVER = new Date('9999-01-01T00:00:00Z');

export function createTimetable(
  ctx: DbCtx,
  matched: ReadonlyMap<string, Matched>,
  schedules: readonly Schedule[],
): Timetable {
  const names = new Set<string>();
  for (const { name, job } of schedules) {
    if (names.has(name)) throw new Fault('internal', `Two schedules are named "${name}".`);
    if (!matched.has(job.name))
      throw new Fault('internal', `The schedule "${name}" is for "${job.name}", which no handler does.`);
    names.add(name);
  }
  const next = new Map<string, Date>();
  const after = (schedule: Schedule) => nextRun(schedule, ctx.clock.now()) ?? NEVER;

  async function fireOne(schedule: Schedule): Promise<void> {
    const following = after(schedule);
    const known = await withConveyor(ctx, async (tx) => {
      const fired = await tx.run(fireSchedule, [schedule.name, ctx.clock.now(), following]);
      if (fired === 0) return (await tx.one<{ nextRunAt: Date }>(readSchedule, [schedule.name]))?.nextRunAt;
      // The run before may not be over yet: then this one is left out.
      const job = schedule.job as unknown as Job<unknown>; // its payload was typed by defineSchedule
      await enqueue(tx, ctx, job, schedule.payload, { dedupeKey: `schedule ${schedule.name}` });
      return following;
    });
    next.set(schedule.name, known ?? following);
  }

  return {
    async keep() {
      await withConveyor(ctx, async (tx) => {
        for (const schedule of schedules) {
          const { name, cron, tz } = schedule;
          const row = await tx.one<{ nextRunAt: Date }>(keepSchedule, [name, cron, tz, after(schedule)]);
          next.set(name, row?.nextRunAt ?? after(schedule));
        }
      });
    },
    async fire() {
      const now = ctx.clock.now();
      for (const schedule of schedules) {
        const at = next.get(schedule.name);
        if (at !== undefined && at <= now) await fireOne(schedule);
      }
    },
    nextIn() {
      let soonest = Number.POSITIVE_INFINITY;
      for (const at of next.values()) soonest = Math.min(soonest, at.getTime());
      return soonest - ctx.clock.now().getTime();
    },
  };
}
