import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, record, time } from '../fields.ts';

/** What it does to the world. Money and cancellations are always confirmed by the customer. */
const effect = z.enum(['reads', 'writes', 'money', 'cancels']);

const name = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, 'small letters, digits and _, beginning with a letter');

export const toolParameter = z.strictObject({
  name,
  /** For the model: what is wanted here. */
  description: z.string().trim().min(1).max(300),
  type: z.enum(['text', 'number', 'date', 'choice']),
  required: z.boolean().default(true),
  /** Of a choice. */
  options: z.array(z.string().trim().min(1).max(80)).max(50).default([]),
  maxLength: z.int().min(1).max(1000).default(200),
});

/** `{{args.name}}`, `{{contact.phone}}`, `{{contact.name}}`, `{{contact.email}}`, `{{contact.id}}`, `{{contact.fields.key}}`, `{{conversation.id}}` are filled in. */
const call = {
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** Nothing is filled in before its path begins. */
  url: z.string().trim().min(8).max(2000),
  /** Sent as JSON; what is filled in stays a value. */
  body: record.nullable().default(null),
  timeoutMs: z.int().min(500).max(15_000).default(5_000),
  /** A name for the model and where it stands in the answer: `{ status: "data.status" }`; empty: all of it. */
  result: z.record(name, z.string().trim().min(1).max(200)).default({}),
  /** Where the answer says whose it is. What is neither a phone, an e-mail nor an id of the customer is told to nobody. */
  owner: z.string().trim().min(1).max(200).nullable().default(null),
  /** The result in words, where no model says it: `Seu pedido está {{result.status}}.` */
  say: z.string().trim().min(1).max(1000).nullable().default(null),
};

/** Kept sealed: a value is told to nobody again. Without a value the kept one stays. */
const headerToSave = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9-]{1,80}$/, 'not the name of a header'),
  value: z
    .string()
    .min(1)
    .max(2000)
    .regex(/^[\x20-\x7e]+$/, 'a header takes plain letters only')
    .optional(),
});
const headersToSave = z.array(headerToSave).max(20).default([]);
const keptHeaders = z.array(z.strictObject({ name: z.string() }));

/** The hours themselves are the bot's settings. */
const openingHours = z.strictObject({
  /** Said after them: where to park, whom to ring. */
  note: z.string().trim().max(300).default(''),
});

const place = z.strictObject({
  departmentId: id.nullable().default(null),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).nullable().default(null),
});

const booking = z.strictObject({
  /** What can be booked; empty: whatever the customer says. */
  services: z.array(z.string().trim().min(1).max(80)).max(50).default([]),
});

const documents = z.strictObject({
  documents: z
    .array(z.strictObject({ key: name, title: z.string().trim().min(1).max(120), mediaId: id }))
    .min(1)
    .max(50),
});

const parameters = z.array(toolParameter).max(10).default([]);

export const toolToDo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opening_hours'), settings: openingHours }),
  z.strictObject({ kind: z.literal('order_status'), settings: z.strictObject({ ...call, headers: headersToSave }) }),
  z.strictObject({ kind: z.literal('open_ticket'), settings: place }),
  z.strictObject({ kind: z.literal('update_ticket'), settings: z.strictObject({}) }),
  z.strictObject({ kind: z.literal('book'), settings: booking }),
  z.strictObject({ kind: z.literal('send_document'), settings: documents }),
  z.strictObject({
    kind: z.literal('http'),
    settings: z.strictObject({ ...call, parameters, effect, headers: headersToSave }),
  }),
]);

const kept = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opening_hours'), settings: openingHours }),
  z.strictObject({ kind: z.literal('order_status'), settings: z.strictObject({ ...call, headers: keptHeaders }) }),
  z.strictObject({ kind: z.literal('open_ticket'), settings: place }),
  z.strictObject({ kind: z.literal('update_ticket'), settings: z.strictObject({}) }),
  z.strictObject({ kind: z.literal('book'), settings: booking }),
  z.strictObject({ kind: z.literal('send_document'), settings: documents }),
  z.strictObject({
    kind: z.literal('http'),
    settings: z.strictObject({ ...call, parameters, effect, headers: keptHeaders }),
  }),
]);

export const botTool = z.strictObject({
  id,
  name: z.string(),
  description: z.string(),
  enabled: z.boolean(),
  effect,
  /** The customer says yes before it runs. */
  confirm: z.boolean(),
  does: kept,
  updatedAt: time,
});

export const toolsList = defineOperation({
  name: 'tools.list',
  kind: 'read',
  summary: 'The tools that the bot may use, and what each does',
  scope: 'bot:read',
  input: z.strictObject({}),
  output: z.strictObject({ tools: z.array(botTool) }),
  errors: [],
});

export const toolsSave = defineOperation({
  name: 'tools.save',
  kind: 'write',
  summary: 'Make or change a tool of the bot; headers are kept sealed and told to nobody again',
  scope: 'bot:write',
  input: z.strictObject({
    id: id.optional(),
    name,
    description: z.string().trim().min(1).max(500),
    enabled: z.boolean().default(true),
    /** Asked of the customer also where nothing obliges to it. */
    confirm: z.boolean().default(false),
    does: toolToDo,
  }),
  output: z.strictObject({ tool: botTool }),
  errors: ['not_found', 'conflict'],
});

export const toolsRemove = defineOperation({
  name: 'tools.remove',
  kind: 'write',
  summary: 'Take a tool away from the bot',
  scope: 'bot:write',
  input: z.strictObject({ id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: [],
});

export const toolsTest = defineOperation({
  name: 'tools.test',
  kind: 'write',
  summary: 'Try a tool for a contact: what only reads is run, of the others it is shown what they would do',
  scope: 'bot:write',
  input: z.strictObject({ id, contactId: id, args: record.default({}) }),
  output: z.strictObject({
    ran: z.boolean(),
    ok: z.boolean(),
    problem: z.string().nullable(),
    /** For who sets it up; in English. */
    detail: z.string().nullable(),
    result: record.nullable(),
    text: z.string().nullable(),
    /** What is sent, without the headers. */
    request: z.strictObject({ method: z.string(), url: z.string(), body: z.unknown() }).nullable(),
    ms: z.number(),
  }),
  errors: ['not_found'],
  outside: true,
});

export type ToolToDo = z.output<typeof toolToDo>;
export type KeptTool = z.output<typeof kept>;
export type ToolParameter = z.output<typeof toolParameter>;
export type ToolEffect = z.output<typeof effect>;
