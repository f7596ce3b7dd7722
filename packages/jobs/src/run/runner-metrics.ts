import { conveyorStatement, type DbCtx } from '@balcao/db';
import { countJobs } from '../rows.ts';
import type { Ending } from './settle.ts';

export interface RunnerMetrics {
  settled(name: string, outcome: Ending['as'] | 'lost', seconds: number): void;
}

export function runnerMetrics(ctx: DbCtx): RunnerMetrics {
  const ended = ctx.metrics.counter('balcao_jobs_ended_total', 'Attempts at jobs, by how they ended', [
    'job',
    'outcome',
  ]);
  const took = ctx.metrics.histogram('balcao_job_duration_seconds', 'How long an attempt at a job took', ['job']);
  return {
    settled(job, outcome, seconds) {
      ended.inc({ job, outcome });
      took.observe({ job }, seconds);
    },
  };
}

interface Counts {
  readonly name: string;
  readonly backlog: number;
  readonly running: number;
  readonly failed: number;
  readonly age: number;
  readonly dead: number;
}

/** What waits, counted when the metrics are read. One process of the house is enough to show it. */
export function watchJobs(ctx: DbCtx): void {
  const gauge = (what: string, help: string) => ctx.metrics.gauge(`balcao_jobs_${what}`, help, ['job']);
  const running = gauge('running', 'Jobs being worked on');
  const failed = gauge('failed', 'Jobs that failed and wait to be tried again');
  const oldest = gauge('oldest_seconds', 'Age of the oldest unfinished job');
  const dead = gauge('dead', 'Dead letters');
  const seen = new Set<string>();
  ctx.metrics.gauge('balcao_jobs_backlog', 'Jobs that wait', ['job'], async (backlog) => {
    const rows = await conveyorStatement<Counts>(ctx, countJobs, [ctx.clock.now()]);
    for (const { name } of rows) seen.add(name);
    for (const job of seen) {
      const mine = rows.filter(({ name }) => name === job);
      const sum = (field: Exclude<keyof Counts, 'name'>) => mine.reduce((total, row) => total + row[field], 0);
      backlog.set({ job }, sum('backlog'));
      running.set({ job }, sum('running'));
      failed.set({ job }, sum('failed'));
      oldest.set({ job }, sum('age'));
      dead.set({ job }, sum('dead'));
    }
  });
}
