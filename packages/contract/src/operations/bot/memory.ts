import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';

const known = z.strictObject({
  /** Null: it is kept elsewhere (the contact's card, a ticket), so it is not erased one by one. */
  id: id.nullable(),
  kind: z.enum(['name', 'preference', 'field', 'fact', 'summary']),
  /** A field's name, a ticket's protocol, or the key of what they told. */
  about: z.string(),
  text: z.string(),
  at: time,
});

export const memoryShow = defineOperation({
  name: 'memory.show',
  kind: 'read',
  summary: 'All that the bot may know of a contact when it answers them',
  scope: 'contacts:read',
  input: z.strictObject({ contactId: id }),
  output: z.strictObject({ known: z.array(known) }),
  errors: ['not_found'],
});

export const memoryErase = defineOperation({
  name: 'memory.erase',
  kind: 'write',
  summary:
    'Forget what the bot remembers of a contact, all of it or some things; the card and the tickets stay, and after all of it the bot reads neither',
  scope: 'contacts:write',
  input: z.strictObject({ contactId: id, ids: z.array(id).min(1).max(100).optional() }),
  output: z.strictObject({ erased: z.int() }),
  errors: ['not_found'],
});

export const botAttacks = defineOperation({
  name: 'bot.attacks',
  kind: 'read',
  summary: 'Attempts to make the bot say or do what it must not, and leaks that were stopped, newest first',
  scope: 'bot:read',
  input: z.strictObject({ before: id.optional(), limit }),
  output: z.strictObject({
    attacks: z.array(
      z.strictObject({
        id,
        at: time,
        kind: z.enum(['attack', 'leak']),
        place: z.string(),
        conversationId: id.nullable(),
        messageId: id.nullable(),
        contactId: id.nullable(),
        score: z.number().nullable(),
        signs: z.array(z.string()),
      }),
    ),
    next: id.nullable(),
  }),
  errors: [],
});

export const memoryOperations = {
  [memoryShow.name]: memoryShow,
  [memoryErase.name]: memoryErase,
  [botAttacks.name]: botAttacks,
} as const;
