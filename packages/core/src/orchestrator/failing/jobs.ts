import { defineJob } from '@balcao/jobs';
import { z } from 'zod';

/** Not enqueued as a rule: turn_work is the queue. It is what a turn that was given up waits as among the dead letters. */
export const takeTurnJob = defineJob({
  name: 'turns.take',
  schema: z.object({ workspaceId: z.uuid(), conversationId: z.uuid(), fromMessageId: z.uuid() }),
  maxAttempts: 3,
  timeoutMs: 60_000,
});
