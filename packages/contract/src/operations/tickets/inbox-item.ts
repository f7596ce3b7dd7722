import { z } from 'zod';
import { id, time } from '../fields.ts';

export const ticketStatus = z.enum(['triage', 'queued', 'open', 'waiting', 'snoozed', 'resolved']);
export const ticketPriority = z.enum(['low', 'normal', 'high', 'urgent']);

/** One row of the inbox: a ticket with what a person must know to choose it. Realtime carries the same shape. */
export const inboxItem = z.strictObject({
  ticketId: id,
  conversationId: id,
  contactId: id,
  channelId: id,
  protocol: z.string(),
  status: ticketStatus,
  priority: ticketPriority,
  subject: z.string().nullable(),
  departmentId: id.nullable(),
  queueId: id.nullable(),
  teamId: id.nullable(),
  assigneeId: id.nullable(),
  tagIds: z.array(id),
  unread: z.int(),
  lastMessageAt: time,
  lastMessage: z
    .strictObject({
      id,
      direction: z.enum(['in', 'out']),
      origin: z.string(),
      kind: z.string(),
      /** The first 160 characters of it. */
      text: z.string().nullable(),
      status: z.string(),
    })
    .nullable(),
  contact: z.strictObject({ name: z.string().nullable(), phone: z.string().nullable() }),
  floor: z.enum(['bot', 'person', 'phone_app', 'meta_agent']),
  /** Until when free-form messages may be sent. */
  windowUntil: time.nullable(),
  snoozedUntil: time.nullable(),
  openedAt: time,
  queuedAt: time.nullable(),
  assignedAt: time.nullable(),
  resolvedAt: time.nullable(),
});

export type InboxItem = z.output<typeof inboxItem>;
export type TicketStatus = z.output<typeof ticketStatus>;
export type TicketPriority = z.output<typeof ticketPriority>;
