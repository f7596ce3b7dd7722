import { defineJob, defineSchedule } from '@balcao/jobs';
import { z } from 'zod';

/** One occurrence of a scheduled message. The row decides whether it still counts. */
export const sendScheduledJob = defineJob({
  name: 'scheduled.send',
  schema: z.strictObject({ workspaceId: z.uuid(), scheduledId: z.uuid(), dueAt: z.iso.datetime() }),
  maxAttempts: 10,
  timeoutMs: 60_000,
  backoff: { baseMs: 2_000, maxMs: 5 * 60_000 },
});

/** Finds what should have gone and whose job is not there any more. */
export const sweepScheduledJob = defineJob({
  name: 'scheduled.sweep',
  schema: z.strictObject({}),
  maxAttempts: 3,
  timeoutMs: 60_000,
});

export const sweepScheduledSchedule = defineSchedule({
  name: 'sweep-scheduled',
  cron: '*/5 * * * *',
  job: sweepScheduledJob,
  payload: {},
});
