import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';

/** A text with the parts that match what was typed: from (inclusive) to (exclusive), in UTF-16 units. */
export const markedText = z.strictObject({
  text: z.string(),
  marks: z.array(z.strictObject({ from: z.int(), to: z.int() })),
});

const person = z.strictObject({ name: z.string().nullable(), phone: z.string().nullable() });

const contactHit = z.strictObject({
  contactId: id,
  name: z.string().nullable(),
  phone: z.string().nullable(),
  by: z.enum(['name', 'phone']),
  /** The name or the phone that matches. */
  match: markedText,
  blocked: z.boolean(),
  /** The talk to open, when there is one: the newest. */
  conversationId: id.nullable(),
  /** Its unresolved ticket, when the caller may see it. */
  ticketId: id.nullable(),
});

const ticketHit = z.strictObject({
  ticketId: id,
  conversationId: id,
  contactId: id,
  channelId: id,
  protocol: z.string(),
  subject: z.string().nullable(),
  status: z.string(),
  departmentId: id.nullable(),
  assigneeId: id.nullable(),
  contact: person,
  by: z.enum(['protocol', 'subject']),
  match: markedText,
  openedAt: time,
  lastMessageAt: time,
});

const messageHit = z.strictObject({
  messageId: id,
  conversationId: id,
  contactId: id,
  channelId: id,
  /** The newest ticket of the conversation that the caller may see. */
  ticketId: id.nullable(),
  seq: z.int(),
  direction: z.enum(['in', 'out']),
  kind: z.string(),
  at: time,
  contact: person,
  snippet: markedText,
});

const q = z.string().trim().min(2).max(200);
const kind = z.enum(['contacts', 'tickets', 'messages']);
const hits = z.coerce.number().int().min(1).max(50);

export const searchEverything = defineOperation({
  name: 'search.everything',
  kind: 'read',
  summary:
    'Contacts by name or phone in any spelling, tickets by protocol or subject, messages by their words; accents and case ignored',
  scope: 'contacts:read',
  input: z.strictObject({
    q,
    /** Absent: all; repeat it for several. */
    kinds: z.union([kind, z.array(kind)]).optional(),
    /** Of each kind. */
    limit: hits.default(10),
  }),
  output: z.strictObject({
    contacts: z.array(contactHit),
    tickets: z.array(ticketHit),
    messages: z.array(messageHit),
  }),
  errors: [],
});

export const searchMessages = defineOperation({
  name: 'search.messages',
  kind: 'read',
  summary: 'Messages by their words, newest first, page by page; of one conversation or of all',
  scope: 'messages:read',
  input: z.strictObject({ q, conversationId: id.optional(), before: id.optional(), limit: hits.default(20) }),
  output: z.strictObject({ messages: z.array(messageHit), next: id.nullable() }),
  errors: [],
});
