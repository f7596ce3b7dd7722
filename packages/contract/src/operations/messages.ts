import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { outboundContent } from '../outbound-content.ts';
import { id, limit, time } from './fields.ts';

export const messageStatus = z.enum([
  'received',
  'queued',
  'unknown',
  'accepted',
  'held',
  'sent',
  'delivered',
  'read',
  'played',
  'failed',
]);

export const message = z.strictObject({
  id,
  conversationId: id,
  seq: z.int(),
  direction: z.enum(['in', 'out']),
  origin: z.string(),
  kind: z.string(),
  /** The member who wrote it. */
  authorId: id.nullable(),
  text: z.string().nullable(),
  content: z.unknown(),
  status: messageStatus,
  providerId: z.string().nullable(),
  replyTo: z.string().nullable(),
  mediaId: id.nullable(),
  /** When it was written, by the provider's clock. */
  at: time,
  createdAt: time,
  acceptedAt: time.nullable(),
  sentAt: time.nullable(),
  deliveredAt: time.nullable(),
  readAt: time.nullable(),
  playedAt: time.nullable(),
  failedAt: time.nullable(),
  editedAt: time.nullable(),
  revokedAt: time.nullable(),
  errorCode: z.int().nullable(),
  errorDetail: z.string().nullable(),
  pricing: z.unknown(),
});

export const messagesList = defineOperation({
  name: 'messages.list',
  kind: 'read',
  summary:
    'The messages of a conversation, or of a contact on all channels, the last one that came to us first: in the order of their ids, so that pages neither skip nor repeat; `at` is the time the provider says, and may lie before that of the message below',
  scope: 'messages:read',
  input: z
    .strictObject({
      conversationId: id.optional(),
      contactId: id.optional(),
      phone: z.string().min(3).max(40).optional(),
      before: id.optional(),
      limit,
    })
    .refine((it) => [it.conversationId, it.contactId, it.phone].filter((one) => one !== undefined).length === 1, {
      message: 'exactly one of conversationId, contactId, phone',
    }),
  output: z.strictObject({ messages: z.array(message), next: id.nullable() }),
  errors: ['not_found'],
});

/** The composer's own name of a message: the same one twice is one message. */
export const clientId = z.string().regex(/^[\w-]{1,64}$/, '1 to 64 letters, digits, hyphens and underscores');

export const queuedMessage = z.strictObject({
  messageId: id,
  conversationId: id,
  clientId: z.string().nullable(),
  seq: z.int(),
  /** `queued`, or how far it has come when the same was asked before. */
  status: messageStatus,
});

export const messagesSend = defineOperation({
  name: 'messages.send',
  kind: 'write',
  summary:
    'Queue a message in a conversation; it is delivered in order and its statuses follow. A person who writes takes the floor',
  scope: 'messages:write',
  input: z.strictObject({
    conversationId: id,
    content: outboundContent,
    /** The provider's id of the message that this one quotes, or ours. */
    replyTo: z.string().min(1).max(512).optional(),
    clientId: clientId.optional(),
  }),
  output: queuedMessage,
  errors: [
    'not_found',
    'conflict',
    'over_limit',
    'contact_blocked',
    'window_closed',
    'template_unusable',
    'wrong_file',
  ],
});
