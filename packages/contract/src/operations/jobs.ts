import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { id, limit, time } from './fields.ts';

export const deadJob = z.strictObject({
  id,
  name: z.string(),
  /** What went wrong the last time. */
  reason: z.string(),
  attempts: z.int(),
  enqueuedAt: time,
  failedAt: time,
});

export const jobsDead = defineOperation({
  name: 'jobs.dead',
  kind: 'read',
  summary: 'The jobs that failed for good, with the reason, newest first',
  scope: 'jobs:read',
  input: z.strictObject({ name: z.string().max(100).optional(), before: id.optional(), limit }),
  output: z.strictObject({ jobs: z.array(deadJob), next: id.nullable() }),
  errors: [],
});

export const jobsReplay = defineOperation({
  name: 'jobs.replay',
  kind: 'write',
  summary: 'Run failed jobs again from the first attempt',
  scope: 'jobs:write',
  input: z.strictObject({ ids: z.array(id).min(1).max(500) }),
  output: z.strictObject({ replayed: z.int() }),
  errors: [],
});
