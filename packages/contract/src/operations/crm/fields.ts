import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';

export const fieldType = z.enum([
  'text',
  'number',
  'date',
  'boolean',
  'choice',
  'cpf',
  'cnpj',
  'cep',
  'email',
  'phone',
  'url',
]);

export const field = z.strictObject({
  id,
  name: z.string(),
  type: fieldType,
  /** What may be chosen, for a choice. */
  options: z.array(z.string()),
  position: z.int(),
  /** Archived: shown nowhere, what it held is kept. */
  archivedAt: time.nullable(),
  createdAt: time,
});

export const fieldsList = defineOperation({
  name: 'fields.list',
  kind: 'read',
  summary: 'The custom fields of contacts, in their order, archived ones last',
  scope: 'contacts:read',
  input: z.strictObject({}),
  output: z.strictObject({ fields: z.array(field) }),
  errors: [],
});

export const fieldsSave = defineOperation({
  name: 'fields.save',
  kind: 'write',
  summary: 'Add a custom field, or change the name, options and place of one; its type stays',
  scope: 'fields:write',
  input: z.strictObject({
    id: id.optional(),
    name: z.string().trim().min(1).max(60),
    type: fieldType,
    options: z.array(z.string().trim().min(1).max(100)).max(200).optional(),
    position: z.int().min(0).max(1000).optional(),
  }),
  output: z.strictObject({ field }),
  errors: ['not_found', 'conflict', 'over_limit'],
});

export const fieldsArchive = defineOperation({
  name: 'fields.archive',
  kind: 'write',
  summary: 'Put a custom field away, or bring it back; what it holds is kept',
  scope: 'fields:write',
  input: z.strictObject({ id, archived: z.boolean().default(true) }),
  output: z.strictObject({ field }),
  errors: ['not_found', 'conflict'],
});
