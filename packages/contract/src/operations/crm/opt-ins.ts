import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';

/** One entry of the opt-in book: added to, never changed. The newest of a channel holds. */
export const optIn = z.strictObject({
  id,
  state: z.enum(['in', 'out']),
  channel: z.enum(['whatsapp', 'email', 'sms', 'phone']),
  /** Where it was given: a form, a shop, a talk, an imported list. */
  source: z.string(),
  /** The words that the person agreed to, or said. */
  text: z.string().nullable(),
  /** When the person said so. */
  at: time,
  recordedAt: time,
  author: z.strictObject({ kind: z.string(), id: z.string().nullable() }),
});

export const contactsSetOptIn = defineOperation({
  name: 'contacts.set-opt-in',
  kind: 'write',
  summary: 'Record that a contact agreed to be written to, or no longer does, with the proof of it',
  scope: 'contacts:write',
  input: z.strictObject({
    id,
    state: optIn.shape.state,
    channel: optIn.shape.channel.default('whatsapp'),
    source: z.string().trim().min(1).max(200),
    text: z.string().trim().min(1).max(2000).optional(),
    at: time.optional(),
  }),
  output: z.strictObject({ optIn }),
  errors: ['not_found'],
});

export const contactsOptIns = defineOperation({
  name: 'contacts.opt-ins',
  kind: 'read',
  summary: 'The opt-in book of a contact, newest first',
  scope: 'contacts:read',
  input: z.strictObject({ id, before: id.optional(), limit }),
  output: z.strictObject({ optIns: z.array(optIn), next: id.nullable() }),
  errors: ['not_found'],
});
