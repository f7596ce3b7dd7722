import { defineJob } from '@balcao/jobs';
import { z } from 'zod';

/** One account's templates, through one of its channels. */
export const refreshTemplatesJob = defineJob({
  name: 'templates.refresh',
  schema: z.strictObject({ workspaceId: z.uuid(), channelId: z.uuid() }),
  maxAttempts: 5,
  timeoutMs: 5 * 60_000,
  backoff: { baseMs: 10_000, maxMs: 30 * 60_000 },
});
