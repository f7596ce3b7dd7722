import { Fault } from '@balcao/kernel';
import { Cron } from 'croner';
import type { Job } from '../define-job.ts';
import type { AnyJob } from '../run/match-handlers.ts';

export interface Schedule {
  readonly name: string;
  readonly cron: string;
  readonly tz: string;
  readonly job: AnyJob;
  readonly payload: unknown;
}

export interface ScheduleOptions<P> {
  readonly name: string;
  /** Five fields (or six, with seconds first). */
  readonly cron: string;
  /** Default America/Sao_Paulo. */
  readonly tz?: string;
  readonly job: Job<P>;
  readonly payload: P;
}

export function defineSchedule<P>(options: ScheduleOptions<P>): Schedule {
  const { name, cron, tz = 'America/Sao_Paulo', job, payload } = options;
  try {
    if (nextRun({ cron, tz }, new Date(0)) === undefined) throw new Error('it never comes');
  } catch (error) {
    throw new Fault('internal', `The schedule "${name}" cannot be read ("${cron}", ${tz}).`, {}, error);
  }
  return { name, cron, tz, job, payload };
}

/** The first instant after `after`; undefined when there is none. */
export function nextRun(schedule: Pick<Schedule, 'cron' | 'tz'>, after: Date): Date | undefined {
  return new Cron(schedule.cron, { timezone: schedule.tz, paused: true }).nextRun(after) ?? undefined;
}
