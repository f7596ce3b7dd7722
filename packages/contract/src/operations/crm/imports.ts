import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';

/** What a column of the file becomes. */
export const columnTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ignore') }),
  z.strictObject({ kind: z.literal('name') }),
  z.strictObject({ kind: z.literal('phone') }),
  z.strictObject({ kind: z.literal('email') }),
  /** Names of tags with `,` or `;` between; unknown ones are made. */
  z.strictObject({ kind: z.literal('tags') }),
  z.strictObject({ kind: z.literal('note') }),
  z.strictObject({ kind: z.literal('field'), fieldId: id }),
]);

export const importState = z.enum(['ready', 'running', 'done', 'failed', 'cancelled']);

export const contactImport = z.strictObject({
  id,
  fileName: z.string(),
  state: importState,
  size: z.int(),
  /** Lines of data; null until they are counted. */
  total: z.int().nullable(),
  done: z.int(),
  created: z.int(),
  updated: z.int(),
  skipped: z.int(),
  failed: z.int(),
  onDuplicate: z.enum(['update', 'skip', 'create']).nullable(),
  /** In words, when the whole of it failed. */
  problem: z.string().nullable(),
  createdAt: time,
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
});

export const importsStart = defineOperation({
  name: 'imports.start',
  kind: 'write',
  summary: 'Send a CSV or XLSX file of contacts, of up to 50 MB and 1,000,000 lines',
  scope: 'contacts:import',
  input: z.strictObject({ fileName: z.string().trim().min(1).max(240) }),
  output: z.strictObject({ import: contactImport }),
  errors: ['too_large', 'over_limit', 'unreadable_file'],
  outside: true,
  file: true,
  fileTypes: [
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/octet-stream',
  ],
});

const lineProblem = z.strictObject({
  /** As a spreadsheet numbers it; 1 is the heading. */
  line: z.int(),
  column: z.string().nullable(),
  /** A code; the panel has the sentence. */
  problem: z.enum([
    'no_identity',
    'bad_phone',
    'bad_email',
    'bad_value',
    'unknown_choice',
    'too_long',
    'several_people',
    'broken_line',
  ]),
  value: z.string().nullable(),
});

export const importsPreview = defineOperation({
  name: 'imports.preview',
  kind: 'read',
  summary:
    'What is in the uploaded file: its columns with what they seem to be, the first lines, and what is wrong with them',
  scope: 'contacts:import',
  input: z.strictObject({ importId: id }),
  output: z.strictObject({
    import: contactImport,
    format: z.enum(['csv', 'xlsx']),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    columns: z.array(z.strictObject({ index: z.int(), header: z.string(), guess: columnTarget })),
    /** The first ten, as they are. */
    lines: z.array(z.array(z.string())),
    /** Found in the first hundred lines, by the guessed columns. */
    problems: z.array(lineProblem),
  }),
  errors: ['not_found', 'conflict', 'over_limit', 'unreadable_file'],
  outside: true,
});

export const importsRun = defineOperation({
  name: 'imports.run',
  kind: 'write',
  summary: 'Bring the contacts of the file in, in the background',
  scope: 'contacts:import',
  input: z.strictObject({
    importId: id,
    mapping: z
      .array(z.strictObject({ column: z.int().min(0).max(499), to: columnTarget }))
      .min(1)
      .max(500),
    /** When a phone or e-mail of the line belongs to somebody already. */
    onDuplicate: z.enum(['update', 'skip', 'create']).default('update'),
    /** Given to everybody of the file. */
    tagIds: z.array(id).max(50).default([]),
    /** Recorded for everybody of the file, as the company answers for it. */
    optIn: z
      .strictObject({ source: z.string().trim().min(1).max(200), text: z.string().trim().min(1).max(2000).optional() })
      .optional(),
  }),
  output: z.strictObject({ import: contactImport }),
  errors: ['not_found', 'conflict'],
});

export const importsGet = defineOperation({
  name: 'imports.get',
  kind: 'read',
  summary: 'How far an import is',
  scope: 'contacts:import',
  input: z.strictObject({ importId: id }),
  output: z.strictObject({ import: contactImport }),
  errors: ['not_found'],
});

export const importsList = defineOperation({
  name: 'imports.list',
  kind: 'read',
  summary: 'The imports of contacts, newest first',
  scope: 'contacts:import',
  input: z.strictObject({ before: id.optional(), limit }),
  output: z.strictObject({ imports: z.array(contactImport), next: id.nullable() }),
  errors: [],
});

export const importsErrors = defineOperation({
  name: 'imports.errors',
  kind: 'read',
  summary: 'The lines that could not be brought in, and why',
  scope: 'contacts:import',
  input: z.strictObject({
    importId: id,
    after: z.coerce.number().int().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: z.strictObject({ errors: z.array(lineProblem), next: z.int().nullable() }),
  errors: ['not_found'],
});

export const importsErrorsFile = defineOperation({
  name: 'imports.errors-file',
  kind: 'read',
  summary: 'A short-lived link to those lines as a CSV file',
  scope: 'contacts:import',
  input: z.strictObject({ importId: id }),
  output: z.strictObject({ url: z.string(), expiresAt: time }),
  errors: ['not_found'],
});

export const importsCancel = defineOperation({
  name: 'imports.cancel',
  kind: 'write',
  summary: 'Stop an import; what it brought in so far stays',
  scope: 'contacts:import',
  input: z.strictObject({ importId: id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found'],
});
