import { defineJob } from '@balcao/jobs';
import { z } from 'zod';

const MINUTE = 60_000;

/** Goes on where it stopped, however often it is tried; one of a workspace at a time. */
export const importJob = defineJob({
  name: 'contacts.import',
  schema: z.object({ workspaceId: z.uuid(), importId: z.uuid() }),
  maxAttempts: 20,
  timeoutMs: 30 * MINUTE,
  backoff: { baseMs: 1_000, maxMs: MINUTE },
  lane: ({ workspaceId }) => `import ${workspaceId}`,
});

/** Begins anew when it is tried again. */
export const exportJob = defineJob({
  name: 'contacts.export',
  schema: z.object({ workspaceId: z.uuid(), exportId: z.uuid() }),
  maxAttempts: 5,
  timeoutMs: 30 * MINUTE,
  backoff: { baseMs: 1_000, maxMs: MINUTE },
  lane: ({ workspaceId }) => `export ${workspaceId}`,
});
