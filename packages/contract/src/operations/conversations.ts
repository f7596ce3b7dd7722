import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { id, time } from './fields.ts';

export const conversation = z.strictObject({
  id,
  channelId: id,
  contactId: id,
  waId: z.string().nullable(),
  bsuid: z.string().nullable(),
  floor: z.enum(['bot', 'person', 'phone_app', 'meta_agent']),
  unread: z.int(),
  lastInboundAt: time.nullable(),
  /** Until when free-form messages may be sent. */
  windowUntil: time.nullable(),
  createdAt: time,
});

export const conversationsList = defineOperation({
  name: 'conversations.list',
  kind: 'read',
  summary: 'The conversations, those that the customer wrote in last first',
  scope: 'conversations:read',
  input: z.strictObject({ before: z.string().max(100).optional() }),
  output: z.strictObject({ conversations: z.array(conversation), next: z.string().nullable() }),
  errors: [],
});

export const conversationsGiveFloor = defineOperation({
  name: 'conversations.give-floor',
  kind: 'write',
  summary: 'Say who answers from now on: a person, and the bot is silent; or the bot again',
  scope: 'conversations:write',
  input: z.strictObject({ conversationId: id, to: z.enum(['bot', 'person']) }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found'],
});

export const conversationsMarkRead = defineOperation({
  name: 'conversations.mark-read',
  kind: 'write',
  summary: 'Nothing is unread in a conversation any more; the customer sees the blue ticks soon after',
  scope: 'conversations:write',
  input: z.strictObject({ conversationId: id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found'],
});
