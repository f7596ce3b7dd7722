import { defineJob } from '@balcao/jobs';
import { z } from 'zod';

/** The provider refuses this number altogether: its sends stop, its queue stays, its owner is told. */
export const stopChannelJob = defineJob({
  name: 'channels.stop',
  schema: z.object({ workspaceId: z.uuid(), channelId: z.uuid(), reason: z.string() }),
  maxAttempts: 10,
  timeoutMs: 30_000,
});

export const learnAddressJob = defineJob({
  name: 'conversations.learn-address',
  schema: z.object({ workspaceId: z.uuid(), conversationId: z.uuid(), waId: z.string() }),
  maxAttempts: 5,
  timeoutMs: 30_000,
});
