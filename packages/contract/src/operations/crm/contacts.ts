import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { contact, contactMerge, fieldValue, fieldValues, optInState } from '../contacts.ts';
import { id, limit, time } from '../fields.ts';
import { contactNote } from './contact-notes.ts';
import { optIn } from './opt-ins.ts';

export const contactInList = z.strictObject({
  id,
  /** The name to show: the one given here, else how the person calls themselves. */
  name: z.string().nullable(),
  /** As people of its country write it. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  tagIds: z.array(id),
  fields: fieldValues,
  optIn: optInState,
  blocked: z.boolean(),
  createdAt: time,
  updatedAt: time,
});

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** Which contacts; all that are given hold at once. */
export const contactFilters = {
  /** A part of a name, a phone or an e-mail address. */
  q: z.string().trim().min(1).max(100).optional(),
  tagId: id.optional(),
  blocked: flag.optional(),
  optIn: optInState.optional(),
  fieldId: id.optional(),
  /** What that field holds, in any spelling; absent: that it holds anything. */
  fieldValue: z.string().max(500).optional(),
};

export const contactsList = defineOperation({
  name: 'contacts.list',
  kind: 'read',
  summary: 'Contacts by name or by the last change, filtered',
  scope: 'contacts:read',
  input: z.strictObject({
    ...contactFilters,
    order: z.enum(['name', 'recent']).default('recent'),
    after: z.string().max(500).optional(),
    limit,
  }),
  output: z.strictObject({ contacts: z.array(contactInList), next: z.string().nullable() }),
  errors: [],
});

export const contactsCount = defineOperation({
  name: 'contacts.count',
  kind: 'read',
  summary: 'How many contacts a list holds, counted up to ten thousand',
  scope: 'contacts:read',
  input: z.strictObject(contactFilters),
  output: z.strictObject({ count: z.int(), /** There are more than were counted. */ capped: z.boolean() }),
  errors: [],
});

const conversationOfContact = z.strictObject({
  id,
  channelId: id,
  unread: z.int(),
  lastMessageAt: time.nullable(),
  windowUntil: time.nullable(),
  createdAt: time,
});

const ticketOfContact = z.strictObject({
  id,
  conversationId: id,
  channelId: id,
  protocol: z.string(),
  status: z.string(),
  priority: z.int(),
  subject: z.string().nullable(),
  departmentId: id.nullable(),
  assigneeId: id.nullable(),
  openedAt: time,
  resolvedAt: time.nullable(),
});

export const contactsGet = defineOperation({
  name: 'contacts.get',
  kind: 'read',
  summary: 'A contact with its history over all channels; of a merged one, the contact it became',
  scope: 'contacts:read',
  input: z.strictObject({ id }),
  output: z.strictObject({
    contact,
    /** Newest first; of each the last fifty at most. */
    merges: z.array(contactMerge),
    conversations: z.array(conversationOfContact),
    /** Those that the caller may see. */
    tickets: z.array(ticketOfContact),
    notes: z.array(contactNote),
    optIns: z.array(optIn),
  }),
  errors: ['not_found'],
});

export const contactsHistory = defineOperation({
  name: 'contacts.history',
  kind: 'read',
  summary: 'What happened with a contact on all channels, newest first',
  scope: 'contacts:read',
  input: z.strictObject({ id, before: z.string().max(100).optional(), limit }),
  output: z.strictObject({
    entries: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum([
          'created',
          'conversation',
          'ticket_opened',
          'ticket_resolved',
          'note',
          'merged',
          'merge_undone',
          'opt_in',
          'blocked',
          'unblocked',
          'identity',
        ]),
        at: time,
        /** What it is about: a conversation, a ticket, a note, a merge, an opt-in, an identity. */
        refId: id,
        channelId: id.nullable(),
        /** A protocol, a reason, the beginning of a note. */
        text: z.string().nullable(),
        actor: z.strictObject({ kind: z.string(), id: z.string().nullable() }).nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
  errors: ['not_found'],
});

const name = z.string().trim().min(1).max(200);
/** Null empties the field. */
const fieldChanges = z.record(id, fieldValue.nullable());

export const contactsCreate = defineOperation({
  name: 'contacts.create',
  kind: 'write',
  summary: 'Add a contact; when its phone or e-mail belongs to somebody already, that contact is answered as it is',
  scope: 'contacts:write',
  input: z
    .strictObject({
      name: name.optional(),
      phone: z.string().min(8).max(40).optional(),
      email: z.string().trim().min(3).max(254).optional(),
      tagIds: z.array(id).max(50).optional(),
      fields: fieldChanges.optional(),
    })
    .refine((it) => (it.name ?? it.phone ?? it.email) !== undefined, { message: 'a name, a phone or an e-mail' }),
  output: z.strictObject({ contact, created: z.boolean() }),
  errors: ['not_found', 'conflict'],
});

export const contactsUpdate = defineOperation({
  name: 'contacts.update',
  kind: 'write',
  summary: 'Change the name and the custom fields of a contact',
  scope: 'contacts:write',
  input: z.strictObject({ id, name: name.nullable().optional(), fields: fieldChanges.optional() }),
  output: z.strictObject({ contact }),
  errors: ['not_found'],
});

export const contactsSetTags = defineOperation({
  name: 'contacts.set-tags',
  kind: 'write',
  summary: 'Give a contact exactly these tags',
  scope: 'contacts:write',
  input: z.strictObject({ id, tagIds: z.array(id).max(50) }),
  output: z.strictObject({ tagIds: z.array(id) }),
  errors: ['not_found'],
});

export const contactsBlock = defineOperation({
  name: 'contacts.block',
  kind: 'write',
  summary: 'Block a contact: what they write is kept, opens no ticket and notifies nobody; nothing is sent to them',
  scope: 'contacts:write',
  input: z.strictObject({ id, reason: z.string().trim().min(1).max(500).optional() }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found'],
});

export const contactsUnblock = defineOperation({
  name: 'contacts.unblock',
  kind: 'write',
  summary: 'Serve a blocked contact again',
  scope: 'contacts:write',
  input: z.strictObject({ id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found'],
});

export const contactsAddIdentity = defineOperation({
  name: 'contacts.add-identity',
  kind: 'write',
  summary: 'Add a phone or an e-mail address to a contact; when it is somebody else’s, say whose',
  scope: 'contacts:write',
  input: z.strictObject({
    id,
    kind: z.enum(['phone', 'email']),
    value: z.string().trim().min(3).max(254),
    reason: z.string().trim().min(1).max(300),
  }),
  output: z.strictObject({
    added: z.boolean(),
    /** Whose it is already, when it was not added. */
    belongsTo: id.nullable(),
    contact,
  }),
  errors: ['not_found'],
});

export const contactsRemoveIdentity = defineOperation({
  name: 'contacts.remove-identity',
  kind: 'write',
  summary: 'Take an identity from a contact',
  scope: 'contacts:write',
  input: z.strictObject({ id, identityId: id, reason: z.string().trim().min(1).max(300) }),
  output: z.strictObject({ contact }),
  errors: ['not_found', 'conflict'],
});
