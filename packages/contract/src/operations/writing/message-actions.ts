import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';
import { queuedMessage } from '../messages.ts';
import { threadMessage } from './thread-message.ts';

export const messagesThread = defineOperation({
  name: 'messages.thread',
  kind: 'read',
  summary: 'A conversation as the screen shows it: its messages, newest first, with files, quotes, reactions and edits',
  scope: 'messages:read',
  input: z
    .strictObject({
      conversationId: id,
      /** Older than this message. */
      before: id.optional(),
      /** Newer than this message. */
      after: id.optional(),
      /** The page that has this message in its middle. */
      around: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    })
    .refine((it) => [it.before, it.after, it.around].filter((one) => one !== undefined).length <= 1, {
      message: 'at most one of before, after, around',
    }),
  output: z.strictObject({
    conversation: z.strictObject({
      id,
      channelId: id,
      contactId: id,
      floor: z.enum(['bot', 'person', 'phone_app', 'meta_agent']),
      windowUntil: time.nullable(),
      unread: z.int(),
    }),
    messages: z.array(threadMessage),
    /** Give it as `before` for older ones; null at the beginning of the conversation. */
    next: id.nullable(),
    /** Give it as `after` for newer ones; null at its end. */
    newer: id.nullable(),
  }),
  errors: ['not_found'],
});

export const messagesReact = defineOperation({
  name: 'messages.react',
  kind: 'write',
  summary: 'React to a message with an emoji, or take the reaction back',
  scope: 'messages:write',
  input: z.strictObject({ messageId: id, emoji: z.string().min(1).max(32).nullable() }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found', 'conflict', 'contact_blocked', 'window_closed'],
});

export const messagesRetry = defineOperation({
  name: 'messages.retry',
  kind: 'write',
  summary: 'Send a message that failed once more, as a new message; asked twice, it goes once',
  scope: 'messages:write',
  input: z.strictObject({ messageId: id }),
  output: queuedMessage,
  errors: ['not_found', 'conflict', 'over_limit', 'contact_blocked', 'window_closed', 'template_unusable'],
});
