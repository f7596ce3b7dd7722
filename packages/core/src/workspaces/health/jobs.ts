import { defineJob, defineSchedule } from '@balcao/jobs';
import { z } from 'zod';

/** All channels of the house are asked about, a few at a time. */
export const checkHealthJob = defineJob({
  name: 'channels.check-health',
  schema: z.strictObject({}),
  maxAttempts: 1,
  timeoutMs: 9 * 60_000,
});

export const checkHealthSchedule = defineSchedule({
  name: 'check-health',
  cron: '*/10 * * * *',
  job: checkHealthJob,
  payload: {},
});
