import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { id, time } from './fields.ts';

export const contactIdentity = z.strictObject({
  id,
  kind: z.string(),
  value: z.string(),
  e164: z.string().nullable(),
  /** Why it belongs to this contact. */
  reason: z.string(),
  firstSeenAt: time,
  lastSeenAt: time,
});

/** Whether the company may write first: `unknown` until the person said yes or no. */
export const optInState = z.enum(['in', 'out', 'unknown']);

/** What a custom field holds, as it is kept: numbers as numbers, dates as `2026-11-21`, papers and postal codes in bare characters. */
export const fieldValue = z.union([z.string(), z.number(), z.boolean()]);
export const fieldValues = z.record(id, fieldValue);

export const contact = z.strictObject({
  id,
  /** Given here; wins over what the person calls themselves. */
  name: z.string().nullable(),
  profileName: z.string().nullable(),
  username: z.string().nullable(),
  tagIds: z.array(id),
  fields: fieldValues,
  optIn: optInState,
  blocked: z.strictObject({ at: time, reason: z.string().nullable() }).nullable(),
  createdAt: time,
  updatedAt: time,
  identities: z.array(contactIdentity),
});

export const contactMerge = z.strictObject({
  id,
  from: id,
  into: id,
  reason: z.string(),
  at: time,
  undoneAt: time.nullable(),
});

export const contactsFind = defineOperation({
  name: 'contacts.find',
  kind: 'read',
  summary: 'Contacts by a phone number in any spelling, or by a part of it',
  scope: 'contacts:read',
  input: z.strictObject({ phone: z.string().min(3).max(40) }),
  output: z.strictObject({ contacts: z.array(contact) }),
  errors: [],
});

export const contactsMerge = defineOperation({
  name: 'contacts.merge',
  kind: 'write',
  summary: 'Make two contacts one: `from` becomes `into`',
  scope: 'contacts:write',
  input: z.strictObject({ from: id, into: id }),
  output: z.strictObject({ mergeId: id, from: id, into: id }),
  errors: ['not_found', 'conflict'],
});

export const contactsUndoMerge = defineOperation({
  name: 'contacts.undo-merge',
  kind: 'write',
  summary: 'Make the contacts of a merge two again, each with what was its own',
  scope: 'contacts:write',
  input: z.strictObject({ mergeId: id }),
  output: z.strictObject({ mergeId: id, restored: id, from: id }),
  errors: ['not_found', 'conflict'],
});
