import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';

export const notification = z.strictObject({
  id,
  /** A ticket became mine by another's hand; I was mentioned in a note; a ticket was passed to a department or team of mine; what I wrote, or planned to send, did not go. */
  kind: z.enum(['assigned', 'mention', 'transferred', 'message_failed', 'scheduled_failed']),
  at: time,
  readAt: time.nullable(),
  conversationId: id,
  ticketId: id.nullable(),
  messageId: id.nullable(),
  protocol: z.string().nullable(),
  /** The colleague who did it. */
  byName: z.string().nullable(),
  contactName: z.string().nullable(),
});

export const notificationsList = defineOperation({
  name: 'notifications.list',
  kind: 'read',
  summary: 'What I was told by name, newest first, the last 200; `unread` counts all of it',
  scope: 'tickets:read',
  input: z.strictObject({ before: id.optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
  output: z.strictObject({ notifications: z.array(notification), unread: z.int(), next: z.string().nullable() }),
  errors: ['forbidden'],
});

export const notificationsRead = defineOperation({
  name: 'notifications.read',
  kind: 'write',
  summary: 'I have read these, those about a ticket, or all of them',
  scope: 'tickets:read',
  input: z.strictObject({ ids: z.array(id).min(1).max(200).optional(), ticketId: id.optional() }),
  output: z.strictObject({ read: z.int() }),
  errors: ['forbidden'],
});
