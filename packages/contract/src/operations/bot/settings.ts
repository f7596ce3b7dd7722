import { z } from 'zod';
import { type BotSubject, botSettings } from '../../bot-settings.ts';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';

type Groups = typeof botSettings.shape;
type Field<T> = T extends z.ZodDefault<infer Inner> ? (Inner extends z.ZodType ? Inner : never) : never;
type Shown<G> =
  G extends z.ZodObject<infer Shape> ? z.ZodObject<{ [K in keyof Shape]: Field<Shape[K]> }, z.core.$strict> : never;

/** The same subjects with every field said: a field with a default would come back by itself when a change leaves it out. */
const shownGroup = (group: Groups[BotSubject]) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(group.shape).map(([name, schema]) => [
        name,
        schema instanceof z.ZodDefault ? schema.unwrap() : schema,
      ]),
    ),
  );
const everyGroup = Object.entries(botSettings.shape) as [BotSubject, Groups[BotSubject]][]; // the shape's own entries

const shown = z.strictObject(
  Object.fromEntries(everyGroup.map(([name, group]) => [name, shownGroup(group)])) as {
    [S in BotSubject]: Shown<Groups[S]>;
  },
);
const change = z.strictObject(
  Object.fromEntries(everyGroup.map(([name, group]) => [name, shownGroup(group).partial().optional()])) as {
    [S in BotSubject]: z.ZodOptional<ReturnType<Shown<Groups[S]>['partial']>>;
  },
);

const bot = z.strictObject({
  /** Grows with every change of settings, models or prompt. */
  version: z.int(),
  settings: shown,
  /** What is in force; id null: the prompt that comes with the program. */
  prompt: z.strictObject({ versionId: id.nullable(), label: z.string() }),
  updatedAt: time.nullable(),
});

export const botGet = defineOperation({
  name: 'bot.get',
  kind: 'read',
  summary: 'How the bot works: persona, confidence, handoff, hours, idle talks, budget, masking, memory and tools',
  scope: 'bot:read',
  input: z.strictObject({}),
  output: z.strictObject({ bot }),
  errors: [],
});

export const botUpdate = defineOperation({
  name: 'bot.update',
  kind: 'write',
  summary: 'Change how the bot works, field by field; what is not given stays',
  scope: 'bot:write',
  input: z.strictObject({
    settings: change,
    /** When given and somebody changed it since, nothing is changed. */
    ifVersion: z.int().min(0).optional(),
  }),
  output: z.strictObject({ bot }),
  errors: ['conflict'],
});
