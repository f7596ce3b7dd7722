import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';
import { ticketPriority, ticketStatus } from './inbox-item.ts';

const named = z.strictObject({ id, name: z.string() });

/** Where a ticket was, or went: whatever of it was set. */
export const ticketPlace = z.strictObject({
  department: named.nullable(),
  queue: named.nullable(),
  team: named.nullable(),
  assignee: named.nullable(),
});

export const note = z.strictObject({
  id,
  ticketId: id,
  /** Null where an API key wrote it. */
  memberId: id.nullable(),
  /** Null when it was deleted. */
  text: z.string().nullable(),
  mentions: z.array(named),
  createdAt: time,
  editedAt: time.nullable(),
  deletedAt: time.nullable(),
});

export const ticketEventKind = z.enum([
  'opened',
  'queued',
  'claimed',
  'assigned',
  'released',
  'transferred',
  'priority_set',
  'subject_set',
  'tags_set',
  'waiting',
  'snoozed',
  'woken',
  'resolved',
  'reopened',
  'bot_reset',
  'handed_off',
  'joined',
  'parted',
  'note_added',
  'note_edited',
  'note_deleted',
]);

/** One line of a ticket's history. What a kind has nothing to say about is null. */
export const ticketEvent = z.strictObject({
  id,
  ticketId: id,
  at: time,
  kind: ticketEventKind,
  by: z.strictObject({
    kind: z.enum(['person', 'api_key', 'customer', 'bot', 'system', 'operator']),
    id: z.string().nullable(),
    name: z.string().nullable(),
  }),
  /** The status after it. */
  status: ticketStatus.nullable(),
  from: ticketPlace.nullable(),
  to: ticketPlace.nullable(),
  reason: z.string().nullable(),
  priority: ticketPriority.nullable(),
  subject: z.string().nullable(),
  tags: z.array(named).nullable(),
  until: time.nullable(),
  /** As it is now; its text is gone when it was deleted. */
  note: note.nullable(),
});
export type TicketEvent = z.output<typeof ticketEvent>;
export type TicketEventKind = z.output<typeof ticketEventKind>;
export type Note = z.output<typeof note>;

export const ticketsHistory = defineOperation({
  name: 'tickets.history',
  kind: 'read',
  summary: 'Everything that happened to a ticket, by whom and why, with its notes; oldest first',
  scope: 'tickets:read',
  input: z.strictObject({ ticketId: id, after: id.optional() }),
  output: z.strictObject({ events: z.array(ticketEvent), next: id.nullable() }),
  errors: ['not_found'],
});

const noteText = z.string().trim().min(1).max(4000);
const mentions = z.array(id).max(20).default([]);

export const notesList = defineOperation({
  name: 'notes.list',
  kind: 'read',
  summary: 'The notes of a ticket, or of all tickets of a conversation, oldest first',
  scope: 'tickets:read',
  input: z
    .strictObject({ ticketId: id.optional(), conversationId: id.optional(), after: id.optional() })
    .refine((it) => (it.ticketId === undefined) !== (it.conversationId === undefined), {
      message: 'exactly one of ticketId, conversationId',
    }),
  output: z.strictObject({ notes: z.array(note), next: id.nullable() }),
  errors: ['not_found'],
});

export const notesAdd = defineOperation({
  name: 'notes.add',
  kind: 'write',
  summary: 'Write a note that only the team sees; those mentioned must be able to see the ticket',
  scope: 'tickets:write',
  input: z.strictObject({ ticketId: id, text: noteText, mentions }),
  output: z.strictObject({ note }),
  errors: ['not_found', 'target_unavailable'],
});

export const notesEdit = defineOperation({
  name: 'notes.edit',
  kind: 'write',
  summary: 'Change a note of one’s own',
  scope: 'tickets:write',
  input: z.strictObject({ noteId: id, text: noteText, mentions }),
  output: z.strictObject({ note }),
  errors: ['not_found', 'target_unavailable'],
});

export const notesDelete = defineOperation({
  name: 'notes.delete',
  kind: 'write',
  summary: 'Delete a note of one’s own; the history keeps that there was one',
  scope: 'tickets:write',
  input: z.strictObject({ noteId: id }),
  output: z.strictObject({ deleted: z.boolean() }),
  errors: ['not_found'],
});
