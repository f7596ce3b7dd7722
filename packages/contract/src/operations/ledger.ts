import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { id, record, time } from './fields.ts';

export const ledgerEvent = z.strictObject({
  cursor: z.string(),
  id,
  at: time,
  type: z.string(),
  actorKind: z.string(),
  actorId: z.string().nullable(),
  conversationId: id.nullable(),
  messageId: id.nullable(),
  contactId: id.nullable(),
  data: record,
});

export const ledgerRead = defineOperation({
  name: 'ledger.read',
  kind: 'read',
  summary: 'What happened after a cursor, in an order that never changes; without a cursor, from the beginning',
  scope: 'ledger:read',
  input: z.strictObject({
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: z.strictObject({ events: z.array(ledgerEvent), cursor: z.string(), more: z.boolean() }),
  errors: [],
});
