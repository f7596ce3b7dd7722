import { defineJob } from '@balcao/jobs';
import { z } from 'zod';

/** Learns what a company changed; does nothing when that is learned. One of a company at a time. */
export const learnIntentsJob = defineJob({
  name: 'intents.learn',
  schema: z.object({ workspaceId: z.uuid() }),
  maxAttempts: 10,
  timeoutMs: 2 * 60_000,
  backoff: { baseMs: 2_000, maxMs: 10 * 60_000 },
  lane: ({ workspaceId }) => `intents ${workspaceId}`,
});
