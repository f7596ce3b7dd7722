import { defineJob } from '@balcao/jobs';
import { z } from 'zod';

/** Tells the provider that a customer's message was read. Best effort: tried once, and one that fails is missed by nobody. */
export const tellReadJob = defineJob({
  name: 'conversations.tell-read',
  /** `typing`: and that somebody writes an answer, which the provider shows for some seconds, or until it is there. */
  schema: z.object({ channelId: z.uuid(), providerId: z.string().min(1).max(512), typing: z.boolean().optional() }),
  maxAttempts: 1,
  timeoutMs: 15_000,
});
