import { defineJob } from '@balcao/jobs';
import { z } from 'zod';

/** One notification to one browser. It names things; what it says is read when it goes out. */
export const sendPushJob = defineJob({
  name: 'push.send',
  schema: z.object({
    subscriptionId: z.uuid(),
    kind: z.enum(['mention', 'assigned', 'message', 'queue']),
    conversationId: z.uuid(),
    ticketId: z.uuid().nullable(),
    messageId: z.uuid().nullable(),
  }),
  maxAttempts: 5,
  timeoutMs: 20_000,
  backoff: { baseMs: 3_000, maxMs: 120_000 },
});
