import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { outboundContent } from '../../outbound-content.ts';
import { id, limit, time } from '../fields.ts';

/** By the calendar and the clock of the workspace's time zone: nine o'clock stays nine o'clock. */
export const recurrence = z.strictObject({
  every: z.enum(['day', 'week', 'month']),
  interval: z.int().min(1).max(52).default(1),
  /** Of a week: 0 is Sunday. Absent: the day of the first one. */
  weekdays: z.array(z.int().min(0).max(6)).min(1).max(7).optional(),
  /** No occurrence after this; null: until cancelled. */
  until: time.nullable().default(null),
  /** At most so many occurrences. */
  times: z.int().min(1).max(1000).nullable().default(null),
});

/** What happened to one occurrence. */
const run = z.strictObject({
  dueAt: time,
  state: z.enum(['sent', 'skipped', 'failed']),
  /** Why not: the key of the sentence, and the sentence in the caller's language. */
  problem: z.strictObject({ key: z.string(), text: z.string() }).nullable(),
  messageIds: z.array(id),
  at: time,
});

export const scheduledMessage = z.strictObject({
  id,
  conversationId: id,
  contactId: id,
  channelId: id,
  /** The member who made it; null: an API key. */
  createdBy: id.nullable(),
  content: outboundContent,
  /** Sent after it, in this order. */
  mediaIds: z.array(id),
  /** The next occurrence; null: there is none. */
  nextAt: time.nullable(),
  recurrence: recurrence.nullable(),
  /** Not sent when no ticket of the conversation is open at the time. */
  onlyIfOpen: z.boolean(),
  state: z.enum(['waiting', 'done', 'failed', 'cancelled']),
  occurrences: z.int(),
  /** The newest first, at most ten. */
  runs: z.array(run),
  createdAt: time,
  updatedAt: time,
});

export const scheduledList = defineOperation({
  name: 'scheduled.list',
  kind: 'read',
  summary: 'The scheduled messages of a conversation, or of all that the caller sees; those that come first on top',
  scope: 'messages:read',
  input: z.strictObject({
    conversationId: id.optional(),
    state: z.enum(['waiting', 'done', 'failed', 'cancelled']).optional(),
    before: z.string().max(100).optional(),
    limit,
  }),
  output: z.strictObject({ scheduled: z.array(scheduledMessage), next: z.string().nullable() }),
  errors: ['not_found'],
});

const asked = {
  content: outboundContent,
  mediaIds: z.array(id).max(10),
  at: time,
  recurrence: recurrence.nullable(),
  onlyIfOpen: z.boolean(),
};

export const scheduledCreate = defineOperation({
  name: 'scheduled.create',
  kind: 'write',
  summary: 'Send a message later, once or again and again',
  scope: 'messages:write',
  input: z.strictObject({
    conversationId: id,
    content: asked.content,
    mediaIds: asked.mediaIds.default([]),
    at: asked.at,
    recurrence: asked.recurrence.default(null),
    onlyIfOpen: asked.onlyIfOpen.default(false),
  }),
  output: z.strictObject({ scheduled: scheduledMessage }),
  errors: ['not_found', 'over_limit', 'template_unusable', 'wrong_file'],
});

export const scheduledUpdate = defineOperation({
  name: 'scheduled.update',
  kind: 'write',
  summary: 'Change a scheduled message that still waits',
  scope: 'messages:write',
  input: z.strictObject({
    id,
    content: asked.content.optional(),
    mediaIds: asked.mediaIds.optional(),
    at: asked.at.optional(),
    recurrence: asked.recurrence.optional(),
    onlyIfOpen: asked.onlyIfOpen.optional(),
  }),
  output: z.strictObject({ scheduled: scheduledMessage }),
  errors: ['not_found', 'conflict', 'over_limit', 'template_unusable', 'wrong_file'],
});

export const scheduledCancel = defineOperation({
  name: 'scheduled.cancel',
  kind: 'write',
  summary: 'Take a scheduled message back; what went already stays',
  scope: 'messages:write',
  input: z.strictObject({ id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found'],
});

export type Recurrence = z.output<typeof recurrence>;
