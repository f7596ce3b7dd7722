import { defineJob, defineSchedule } from '@balcao/jobs';
import { z } from 'zod';

/** One account's templates, through one of its channels. */
export const refreshTemplatesJob = defineJob({
  name: 'templates.refresh',
  schema: z.strictObject({ workspaceId: z.uuid(), channelId: z.uuid() }),
  maxAttempts: 5,
  timeoutMs: 5 * 60_000,
  backoff: { baseMs: 10_000, maxMs: 30 * 60_000 },
});

/** Of every account of the house: what a lost webhook would have told. */
export const refreshAllTemplatesJob = defineJob({
  name: 'templates.refresh-all',
  schema: z.strictObject({}),
  maxAttempts: 2,
  timeoutMs: 30 * 60_000,
});

export const refreshAllTemplatesSchedule = defineSchedule({
  name: 'refresh-templates',
  cron: '41 */6 * * *',
  job: refreshAllTemplatesJob,
  payload: {},
});
