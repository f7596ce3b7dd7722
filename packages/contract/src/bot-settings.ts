import { z } from 'zod';
import { businessHours } from './business-hours.ts';

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not an id');
const share = z.number().min(0).max(1);

/** What a person should hear from a person. */
export const sensitiveSubjects = [
  'health',
  'self_harm',
  'violence',
  'minors',
  'legal',
  'fraud',
  'discrimination',
  'bereavement',
  'personal_data',
] as const;
export type SensitiveSubject = (typeof sensitiveSubjects)[number];

/**
 * How a company's bot works, by subject. Kept as one document; what is absent or unreadable there is as it is here.
 * Models and prompts are kept beside it.
 */
export const botSettings = z.strictObject({
  persona: z.strictObject({
    /** How it calls itself; empty: "assistente virtual" of the company. */
    name: z.string().trim().max(60).default(''),
    tone: z.enum(['friendly', 'neutral', 'formal']).default('friendly'),
    emoji: z.boolean().default(false),
    /** What the company is and does, in its own words. */
    about: z.string().trim().max(2000).default(''),
  }),
  confidence: z.strictObject({
    /** Below it what was understood counts as outside. */
    intent: share.default(0.5),
    /** A passage below it is no source. */
    source: share.default(0.5),
    /** From here on a FAQ answers in its own words. */
    faq: share.default(0.62),
  }),
  handoff: z.strictObject({
    anger: z.boolean().default(true),
    /** How angry a sentence has to sound. */
    angerAt: share.default(0.6),
    subjects: z.array(z.enum(sensitiveSubjects)).default([...sensitiveSubjects]),
    /** Words of the company's own that call for a person. */
    words: z.array(z.string().trim().min(2).max(60)).max(100).default([]),
    /** So many misses in a row, then a person. */
    failures: z.int().min(1).max(10).default(2),
    /** By when a person answers what came by the bot, in minutes of opening hours: the customer is told. */
    answerMinutes: z.int().min(1).max(10_080).default(30),
    /** Where to, when no rule says it; null: to whoever looks at what has no department. */
    departmentId: uuid.nullable().default(null),
    /** Department by intent. */
    departments: z.record(z.string().max(60), uuid).default({}),
    /** Intents that go to a person at once. */
    intents: z.array(z.string().max(60)).max(60).default(['human', 'complaint']),
  }),
  hours: businessHours,
  idle: z.strictObject({
    /** Asks whether they are still there; 0: never. */
    nudgeMinutes: z.int().min(0).max(1440).default(15),
    /** Ends the talk with the bot; 0: never. */
    closeMinutes: z.int().min(0).max(10_080).default(60),
  }),
  rating: z.strictObject({ on: z.boolean().default(true) }),
  bubbles: z.strictObject({
    /** Several bubbles as one message: where each is paid for, always, or never. */
    join: z.enum(['when_billed', 'always', 'never']).default('when_billed'),
  }),
  masking: z.strictObject({
    /** Personal data is taken out before a text leaves for a model, and put back in the answer. */
    on: z.boolean().default(true),
  }),
  budget: z.strictObject({
    /** In cents of a US dollar, for a day of the workspace's time zone; null: no limit; 0: models are not asked. */
    perDayCents: z.int().min(0).max(1_000_000).nullable().default(200),
    warnPercent: z.int().min(1).max(100).default(80),
    /** From `warnPercent` on: ask a model only where the local bot knows nothing, or not at all. */
    atWarn: z.enum(['saving', 'local', 'nothing']).default('saving'),
    /** When it is used up: the local bot goes on alone, or what it does not know goes to a person. */
    atEnd: z.enum(['local', 'handoff']).default('local'),
  }),
  limits: z.strictObject({
    /** Of what is asked, all together; the oldest of the talk and the last sources go first. */
    tokensIn: z.int().min(500).max(32_000).default(4000),
    tokensOut: z.int().min(50).max(4000).default(500),
    /** Of what is known of the contact. */
    memoryTokens: z.int().min(0).max(4000).default(400),
  }),
  cache: z.strictObject({
    on: z.boolean().default(true),
    hours: z.int().min(1).max(720).default(72),
  }),
  memory: z.strictObject({
    on: z.boolean().default(true),
    /** Custom fields of the contact that the bot may know. */
    fieldIds: z.array(uuid).max(30).default([]),
    /** So many of the last tickets, by their summaries. */
    tickets: z.int().min(0).max(10).default(3),
    /** What was remembered is forgotten after so many days. */
    keepDays: z.int().min(1).max(3650).default(365),
  }),
});

export type BotSettings = z.output<typeof botSettings>;
export type BotSubject = keyof BotSettings;

/** Field by field: one that is spoiled falls back to its default and takes no other with it. */
export function readBotSettings(stored: unknown): BotSettings {
  const kept: Record<string, unknown> = {};
  for (const [subject, group] of Object.entries(botSettings.shape)) {
    const given = fieldsOf(fieldsOf(stored)[subject]);
    const fields: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(group.shape)) {
      const parsed = (schema as z.ZodType).safeParse(given[name]); // every field is a schema
      if (parsed.success) fields[name] = parsed.data;
    }
    kept[subject] = group.parse(fields);
  }
  return botSettings.parse(kept);
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}; // its fields are parsed by who asks

export const defaultBotSettings: BotSettings = readBotSettings({});
