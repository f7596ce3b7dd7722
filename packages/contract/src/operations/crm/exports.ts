import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';
import { contactFilters } from './contacts.ts';

export const contactExport = z.strictObject({
  id,
  format: z.enum(['csv', 'xlsx']),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled', 'expired']),
  /** Contacts written so far. */
  done: z.int(),
  total: z.int().nullable(),
  size: z.int().nullable(),
  problem: z.string().nullable(),
  createdAt: time,
  finishedAt: time.nullable(),
  /** Until when the file is kept. */
  expiresAt: time.nullable(),
});

export const exportsStart = defineOperation({
  name: 'exports.start',
  kind: 'write',
  summary: 'Write contacts into a file, in the background',
  scope: 'contacts:export',
  input: z.strictObject({
    format: z.enum(['csv', 'xlsx']).default('csv'),
    filters: z.strictObject(contactFilters).default({}),
  }),
  output: z.strictObject({ export: contactExport }),
  errors: ['over_limit'],
});

export const exportsGet = defineOperation({
  name: 'exports.get',
  kind: 'read',
  summary: 'How far an export is and, once it is done, a short-lived link to its file',
  scope: 'contacts:export',
  input: z.strictObject({ exportId: id }),
  output: z.strictObject({
    export: contactExport,
    link: z.strictObject({ url: z.string(), expiresAt: time }).nullable(),
  }),
  errors: ['not_found'],
});

export const exportsList = defineOperation({
  name: 'exports.list',
  kind: 'read',
  summary: 'The exports of contacts, newest first',
  scope: 'contacts:export',
  input: z.strictObject({ before: id.optional(), limit }),
  output: z.strictObject({ exports: z.array(contactExport), next: id.nullable() }),
  errors: [],
});

export const exportsCancel = defineOperation({
  name: 'exports.cancel',
  kind: 'write',
  summary: 'Stop an export, or take its file away',
  scope: 'contacts:export',
  input: z.strictObject({ exportId: id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found'],
});
