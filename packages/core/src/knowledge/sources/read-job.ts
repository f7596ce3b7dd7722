import { defineJob } from '@balcao/jobs';
import { z } from 'zod';

const MINUTE = 60_000;

/** One document or page. `lane`: pages of one website are read one after the other. */
export const readSourceJob = defineJob({
  name: 'knowledge.read',
  schema: z.object({
    workspaceId: z.uuid(),
    sourceId: z.uuid(),
    reading: z.int(),
    lane: z.string().max(300),
  }),
  maxAttempts: 4,
  timeoutMs: 3 * MINUTE,
  backoff: { baseMs: 2_000, maxMs: MINUTE },
  lane: ({ lane }) => `knowledge ${lane}`,
});
