import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { onRing } from './bell.ts';
import { cleanJobs, cleanJobsJob, cleanJobsSchedule } from './clean-jobs.ts';
import { LINED } from './rows.ts';
import { Crew } from './run/crew.ts';
import { Loop } from './run/loop.ts';
import { type AnyJob, type JobHandlers, matchHandlers } from './run/match-handlers.ts';
import { watchJobs } from './run/runner-metrics.ts';
import type { Schedule } from './schedules/define-schedule.ts';
import { createTimetable } from './schedules/timetable.ts';
import { type Heartbeat, startHeartbeat } from './workers/start-heartbeat.ts';

export interface RunnerOptions {
  /** Jobs worked on at the same time; default 10. */
  readonly concurrency?: number;
  readonly schedules?: readonly Schedule[];
  /** The process's own, when it has one already. */
  readonly heartbeat?: Heartbeat;
  /** How long stop() waits for running jobs before it tells them to stop; default 10 s. */
  readonly graceMs?: number;
}

export interface Runner {
  start(): Promise<void>;
  /** Takes nothing more; lets the running ones finish, or gives them back. */
  stop(): Promise<void>;
  /** Works off everything that is due now and returns how many attempts that were. For tests and commands: instead of start(), not beside it. */
  drain(): Promise<number>;
}

const DEAF_MS = 1_000;

interface Hired {
  readonly crew: Crew;
  readonly loop: Loop;
  readonly heartbeat: Heartbeat;
}

/** Throws when a job has no handler or two, or a schedule no job: at boot, not on the first night. */
export function createRunner(
  ctx: DbCtx,
  definitions: readonly AnyJob[],
  handlers: JobHandlers | readonly JobHandlers[],
  options: RunnerOptions = {},
): Runner {
  const own: JobHandlers = { [cleanJobsJob.name]: cleanJobs };
  const given = (Array.isArray(handlers) ? handlers : [handlers]) as readonly JobHandlers[]; // Array.isArray does not narrow readonly arrays
  const matched = matchHandlers([...definitions, cleanJobsJob], [own, ...given]);
  const timetable = createTimetable(ctx, matched, [...(options.schedules ?? []), cleanJobsSchedule]);
  const endings: (() => unknown)[] = [];
  let hiring: Promise<Hired> | undefined;
  let running: Promise<void> | undefined;

  async function hire(): Promise<Hired> {
    const heartbeat = options.heartbeat ?? (await startHeartbeat(ctx));
    const crew = new Crew(ctx, matched, options.concurrency ?? 10, heartbeat);
    return { crew, heartbeat, loop: new Loop(ctx, crew, heartbeat, timetable) };
  }
  const hired = () => (hiring ??= hire());

  return {
    async start() {
      if (running !== undefined) throw new Fault('internal', 'a runner is started once');
      const { loop, heartbeat } = await hired();
      watchJobs(ctx);
      await timetable.keep();
      endings.push(onRing((lined) => loop.wake(lined)));
      endings.push(
        await ctx.db.listen('jobs', (from) => from !== heartbeat.workerId && loop.wake(from === LINED || from === '')),
      );
      running = loop.run();
    },
    async stop() {
      if (hiring === undefined) return;
      const { crew, heartbeat, loop } = await hiring;
      loop.end();
      await running;
      await crew.stop(options.graceMs ?? 10_000, DEAF_MS);
      if (options.heartbeat === undefined) endings.push(() => heartbeat.stop());
      // Each by itself: the database may be gone before us.
      await Promise.allSettled(endings.map(async (end) => end()));
    },
    async drain() {
      const { crew, loop } = await hired();
      const before = crew.ran;
      await loop.drain();
      return crew.ran - before;
    },
  };
}
