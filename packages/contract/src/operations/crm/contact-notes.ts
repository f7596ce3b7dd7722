import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';

export const contactNote = z.strictObject({
  id,
  contactId: id,
  text: z.string(),
  author: z.strictObject({ kind: z.string(), id: z.string().nullable() }),
  createdAt: time,
  editedAt: time.nullable(),
});

const text = z.string().trim().min(1).max(10_000);

export const contactNotesList = defineOperation({
  name: 'contact-notes.list',
  kind: 'read',
  summary: 'The notes about a contact, newest first',
  scope: 'contacts:read',
  input: z.strictObject({ contactId: id, before: id.optional(), limit }),
  output: z.strictObject({ notes: z.array(contactNote), next: id.nullable() }),
  errors: ['not_found'],
});

export const contactNotesAdd = defineOperation({
  name: 'contact-notes.add',
  kind: 'write',
  summary: 'Write a note about a contact',
  scope: 'contacts:write',
  input: z.strictObject({ contactId: id, text }),
  output: z.strictObject({ note: contactNote }),
  errors: ['not_found'],
});

export const contactNotesEdit = defineOperation({
  name: 'contact-notes.edit',
  kind: 'write',
  summary: 'Change the text of a note about a contact; only its author may',
  scope: 'contacts:write',
  input: z.strictObject({ noteId: id, text }),
  output: z.strictObject({ note: contactNote }),
  errors: ['not_found'],
});

export const contactNotesDelete = defineOperation({
  name: 'contact-notes.delete',
  kind: 'write',
  summary: 'Take a note about a contact away; only its author may',
  scope: 'contacts:write',
  input: z.strictObject({ noteId: id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found'],
});
