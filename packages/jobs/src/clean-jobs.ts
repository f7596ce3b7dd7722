import { type DbCtx, withConveyor } from '@balcao/db';
import { defineJob } from './define-job.ts';
import { forgetDead } from './rows.ts';
import { defineSchedule } from './schedules/define-schedule.ts';
import { forgetWorkers } from './workers/rows.ts';

const DEAD_KEPT_MS = 30 * 24 * 3_600_000;

export const cleanJobsJob = defineJob<Record<string, never>>({
  name: 'jobs.clean',
  schema: { safeParse: () => ({ success: true, data: {} }) },
  maxAttempts: 3,
  timeoutMs: 60_000,
});

export const cleanJobsSchedule = defineSchedule({
  name: 'jobs.clean',
  cron: '17 4 * * *',
  job: cleanJobsJob,
  payload: {},
});

/** Finished jobs are deleted as they finish; this is for dead letters nobody replayed and workers long gone. */
export async function cleanJobs(ctx: DbCtx): Promise<void> {
  await withConveyor(ctx, async (tx) => {
    await tx.run(forgetDead, [new Date(ctx.clock.now().getTime() - DEAD_KEPT_MS)]);
    await tx.run(forgetWorkers);
  });
}
