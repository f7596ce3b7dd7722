import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';

const version = z.strictObject({
  id,
  version: z.int(),
  state: z.enum(['draft', 'published']),
  /** In force. */
  current: z.boolean(),
  /** What it was begun from; null: the prompt that comes with the program. */
  basedOn: id.nullable(),
  note: z.string(),
  author: z.strictObject({
    kind: z.enum(['system', 'bot', 'person', 'api_key', 'customer', 'operator']),
    /** Of a person: the member. */
    id: z.string().nullable(),
  }),
  createdAt: time,
  updatedAt: time,
  publishedAt: time.nullable(),
});
const whole = version.extend({ text: z.string() });
const text = z.string().trim().min(1).max(20_000);

export const promptsList = defineOperation({
  name: 'prompts.list',
  kind: 'read',
  summary: 'The versions of what the bot is told to be, newest first, and which is in force',
  scope: 'bot:read',
  input: z.strictObject({ before: z.coerce.number().int().min(1).optional(), limit }),
  output: z.strictObject({
    prompts: z.array(version),
    next: z.int().nullable(),
    /** The prompt that comes with the program, in force while no version is. */
    shipped: z.strictObject({ label: z.string(), text: z.string(), current: z.boolean() }),
    /** What may stand in {…}, and what always follows, whatever a company writes. */
    variables: z.array(z.string()),
    rules: z.string(),
  }),
  errors: [],
});

export const promptsGet = defineOperation({
  name: 'prompts.get',
  kind: 'read',
  summary: 'One version with its text',
  scope: 'bot:read',
  input: z.strictObject({ id }),
  output: z.strictObject({ prompt: whole }),
  errors: ['not_found'],
});

export const promptsSave = defineOperation({
  name: 'prompts.save',
  kind: 'write',
  summary: 'Begin a draft, or go on with one; what is published stays as it is',
  scope: 'bot:write',
  input: z.strictObject({
    id: id.optional(),
    text,
    note: z.string().trim().max(500).optional(),
    basedOn: id.nullable().optional(),
    /** When given and somebody saved the draft since, nothing is saved. */
    ifUpdatedAt: time.optional(),
  }),
  output: z.strictObject({ prompt: whole }),
  errors: ['not_found', 'conflict'],
});

export const promptsPublish = defineOperation({
  name: 'prompts.publish',
  kind: 'write',
  summary: 'From the next answer on the bot is told this draft',
  scope: 'bot:write',
  input: z.strictObject({ id, ifUpdatedAt: time.optional() }),
  output: z.strictObject({ prompt: whole }),
  errors: ['not_found', 'conflict'],
});

export const promptsRollBack = defineOperation({
  name: 'prompts.roll-back',
  kind: 'write',
  summary: 'Back to a version that was published before; null: to the prompt that comes with the program',
  scope: 'bot:write',
  input: z.strictObject({ id: id.nullable() }),
  output: z.strictObject({ prompt: whole.nullable() }),
  errors: ['not_found', 'conflict'],
});

export const promptsDelete = defineOperation({
  name: 'prompts.delete',
  kind: 'write',
  summary: 'Throw a draft away',
  scope: 'bot:write',
  input: z.strictObject({ id }),
  output: z.strictObject({ deleted: z.literal(true) }),
  errors: ['not_found', 'conflict'],
});

export const promptsDiff = defineOperation({
  name: 'prompts.diff',
  kind: 'read',
  summary: 'What changed between two versions, line by line; without `from`: since what it was begun from',
  scope: 'bot:read',
  input: z.strictObject({ to: id, from: id.optional() }),
  output: z.strictObject({
    /** Null: the prompt that comes with the program. */
    from: id.nullable(),
    to: id,
    lines: z.array(z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
  }),
  errors: ['not_found'],
});

export const promptOperations = {
  [promptsList.name]: promptsList,
  [promptsGet.name]: promptsGet,
  [promptsSave.name]: promptsSave,
  [promptsPublish.name]: promptsPublish,
  [promptsRollBack.name]: promptsRollBack,
  [promptsDelete.name]: promptsDelete,
  [promptsDiff.name]: promptsDiff,
} as const;
