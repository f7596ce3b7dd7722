import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id } from '../fields.ts';

const vendor = z.enum(['google', 'openai-compatible', 'ollama']);
const purpose = z.enum(['answer', 'classify', 'embed']);
const quota = z.int().min(1).max(100_000_000).nullable();

/** Millionths of a US dollar for a million tokens. */
const price = z.strictObject({
  model: z.string(),
  from: z.string(),
  inputMicros: z.int(),
  outputMicros: z.int(),
  /** Where it was read, and when. */
  source: z.string(),
  checked: z.string().nullable(),
  /** guess: no price is known, so it counts as a dear one. */
  by: z.enum(['company', 'program', 'guess']),
});

const model = z.strictObject({
  id,
  name: z.string(),
  vendor,
  purpose,
  /** As the vendor names it. */
  model: z.string(),
  /** Null: the vendor's own address. */
  baseUrl: z.string().nullable(),
  /** Whether a key is kept; the key itself never comes back. */
  hasKey: z.boolean(),
  /** The first one is asked first, the next ones when it fails. */
  position: z.int(),
  enabled: z.boolean(),
  perMinute: quota,
  perDay: quota,
  tokensPerMinute: quota,
  concurrency: z.int(),
  timeoutMs: z.int(),
  /** What it costs today. */
  price,
});

export const modelsList = defineOperation({
  name: 'models.list',
  kind: 'read',
  summary: 'The models of the company in the order of fallback, and what they cost',
  scope: 'bot:read',
  input: z.strictObject({}),
  output: z.strictObject({ models: z.array(model) }),
  errors: [],
});

const key = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[\x21-\x7e]+$/, 'a key has no spaces and plain letters only');
const called = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[\w.:/@-]+$/, 'not the name of a model');
const settings = {
  name: z.string().trim().min(1).max(80),
  vendor,
  purpose,
  model: called,
  baseUrl: z.string().trim().max(500).nullable().default(null),
};

export const modelsSave = defineOperation({
  name: 'models.save',
  kind: 'write',
  summary:
    'Add a model, or change one. A key that is not given stays, unless the address changes: then it is asked for again',
  scope: 'bot:write',
  input: z.strictObject({
    id: id.optional(),
    ...settings,
    /** Null: it needs none. */
    apiKey: key.nullable().optional(),
    enabled: z.boolean().default(true),
    perMinute: quota.default(null),
    perDay: quota.default(null),
    tokensPerMinute: quota.default(null),
    /** How many requests at once. */
    concurrency: z.int().min(1).max(100).default(4),
    timeoutMs: z.int().min(500).max(120_000).default(8_000),
  }),
  output: z.strictObject({ model }),
  errors: ['not_found', 'over_limit'],
});

export const modelsRemove = defineOperation({
  name: 'models.remove',
  kind: 'write',
  summary: 'Take a model out; what it cost stays in the books',
  scope: 'bot:write',
  input: z.strictObject({ id }),
  output: z.strictObject({ removed: z.literal(true) }),
  errors: ['not_found'],
});

export const modelsOrder = defineOperation({
  name: 'models.order',
  kind: 'write',
  summary: 'Say which model of a purpose is asked first, and which when that one fails',
  scope: 'bot:write',
  input: z.strictObject({ purpose, modelIds: z.array(id).min(1).max(20) }),
  output: z.strictObject({ models: z.array(model) }),
  errors: ['conflict'],
});

export const modelsTest = defineOperation({
  name: 'models.test',
  kind: 'write',
  summary: 'Ask a model something small on the spot, and say in plain words what came of it',
  scope: 'bot:write',
  /** One that is kept, with its key; or one that is not saved yet. A kept key goes to no other address. */
  input: z.union([
    z.strictObject({ id }),
    z.strictObject({ ...settings, name: settings.name.optional(), apiKey: key.nullable().default(null) }),
  ]),
  output: z.strictObject({
    ok: z.boolean(),
    /** `works`, or why not. */
    outcome: z.string(),
    /** It in the caller's language, and what to do about it. */
    sentence: z.string(),
    todo: z.string().nullable(),
    /** The beginning of what it said. */
    said: z.string().nullable(),
    ms: z.int(),
    tokensIn: z.int(),
    tokensOut: z.int(),
    costMicros: z.int(),
  }),
  errors: ['not_found'],
  outside: true,
});

const usage = z.strictObject({
  day: z.string(),
  modelId: id,
  model: z.string(),
  purpose: z.enum(['answer', 'classify', 'embed', 'test']),
  requests: z.int(),
  failures: z.int(),
  tokensIn: z.int(),
  tokensOut: z.int(),
  costMicros: z.int(),
});

const days = {
  /** Days of the workspace's time zone, both included; the last thirty when not said. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};

export const modelsUsage = defineOperation({
  name: 'models.usage',
  kind: 'read',
  summary: 'What each model was asked and what it cost, day by day',
  scope: 'bot:read',
  input: z.strictObject(days),
  output: z.strictObject({ usage: z.array(usage) }),
  errors: [],
});

export const botSpend = defineOperation({
  name: 'bot.spend',
  kind: 'read',
  summary:
    "Where today's budget stands, what the bot cost day by day, how often an answer was given again, and the dearest tickets",
  scope: 'bot:read',
  input: z.strictObject({
    ...days,
    /** What this one cost, in place of the dearest. */
    ticketId: id.optional(),
  }),
  output: z.strictObject({
    today: z.strictObject({
      day: z.string(),
      /** full, saving, local or handoff: whether models are asked (see the budget in the settings). */
      level: z.enum(['full', 'saving', 'local', 'handoff']),
      /** Millionths of a US dollar; null: no limit. */
      limitMicros: z.int().nullable(),
      spentMicros: z.int(),
      reservedMicros: z.int(),
      refused: z.int(),
    }),
    days: z.array(
      z.strictObject({
        day: z.string(),
        costMicros: z.int(),
        requests: z.int(),
        refused: z.int(),
        cacheHits: z.int(),
        cacheMisses: z.int(),
      }),
    ),
    totalMicros: z.int(),
    /** Of all questions that could have been answered from the cache; null: there were none. */
    hitRate: z.number().min(0).max(1).nullable(),
    tickets: z.array(z.strictObject({ ticketId: id, protocol: z.string(), costMicros: z.int(), requests: z.int() })),
  }),
  errors: [],
});

export const pricesList = defineOperation({
  name: 'prices.list',
  kind: 'read',
  summary: "The prices that costs are estimated by: the company's own, then those that come with the program",
  scope: 'bot:read',
  input: z.strictObject({}),
  output: z.strictObject({ prices: z.array(price) }),
  errors: [],
});

export const pricesSave = defineOperation({
  name: 'prices.save',
  kind: 'write',
  summary: 'Say what a model costs this company from a day on',
  scope: 'bot:write',
  input: z.strictObject({
    model: called,
    from: z.iso.date(),
    inputMicros: z.int().min(0).max(1_000_000_000),
    outputMicros: z.int().min(0).max(1_000_000_000),
    source: z.string().trim().max(500).default(''),
  }),
  output: z.strictObject({ prices: z.array(price) }),
  errors: ['over_limit'],
});

export const pricesRemove = defineOperation({
  name: 'prices.remove',
  kind: 'write',
  summary: "Take out a price of the company's own",
  scope: 'bot:write',
  input: z.strictObject({ model: called, from: z.iso.date() }),
  output: z.strictObject({ prices: z.array(price) }),
  errors: ['not_found'],
});

export const modelOperations = {
  [modelsList.name]: modelsList,
  [modelsSave.name]: modelsSave,
  [modelsRemove.name]: modelsRemove,
  [modelsOrder.name]: modelsOrder,
  [modelsTest.name]: modelsTest,
  [modelsUsage.name]: modelsUsage,
  [botSpend.name]: botSpend,
  [pricesList.name]: pricesList,
  [pricesSave.name]: pricesSave,
  [pricesRemove.name]: pricesRemove,
} as const;
