import { defineJob } from '@balcao/jobs';
import { z } from 'zod';

/** Learns what a company changed; does nothing when that is learned. Two of one company at once do no harm, see learn.ts. */
export const learnIntentsJob = defineJob({
  name: 'intents.learn',
  schema: z.object({ workspaceId: z.uuid() }),
  maxAttempts: 10,
  timeoutMs: 10 * 60_000,
  backoff: { baseMs: 2_000, maxMs: 10 * 60_000 },
});
