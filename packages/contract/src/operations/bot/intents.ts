import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';

const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'small letters, digits and _, beginning with a letter, at most 40');
const confidence = z.number().min(0).max(1);
const ranked = z.strictObject({ key, name: z.string(), confidence });
const sentence = z.string().trim().min(1).max(300);

const intent = z.strictObject({
  key,
  name: z.string(),
  /** What belongs to it, and what looks like it and does not. */
  border: z.string(),
  /** Of the project's starting set; false: the company's own. */
  starting: z.boolean(),
  archived: z.boolean(),
  examples: z.strictObject({ starting: z.int(), own: z.int() }),
});

const example = z.strictObject({
  /** Null: of the starting set, which cannot be changed. */
  id: id.nullable(),
  key,
  text: z.string(),
  source: z.enum(['starting', 'person', 'correction']),
  messageId: id.nullable(),
  createdAt: time.nullable(),
});

export const intentsList = defineOperation({
  name: 'intents.list',
  kind: 'read',
  summary: 'What customers may want, by what it is recognised, and by which model',
  scope: 'bot:read',
  input: z.strictObject({}),
  output: z.strictObject({
    intents: z.array(intent),
    model: z.strictObject({
      version: z.string(),
      /** Null: the starting model, which comes with the program. */
      madeAt: time.nullable(),
      /** Something changed and is not learned yet. */
      pending: z.boolean(),
    }),
  }),
  errors: [],
});

export const intentsSave = defineOperation({
  name: 'intents.save',
  kind: 'write',
  summary: 'Make an intent of the company, or change the name and border of any',
  scope: 'bot:write',
  input: z.strictObject({
    /** Absent: a new one, whose key is made of its name. */
    key: key.optional(),
    name: z.string().trim().min(1).max(80),
    border: z.string().trim().max(500).default(''),
  }),
  output: z.strictObject({ intent }),
  errors: ['not_found', 'conflict', 'over_limit'],
});

export const intentsArchive = defineOperation({
  name: 'intents.archive',
  kind: 'write',
  summary: 'Take an intent out of use, or back into it; its examples stay',
  scope: 'bot:write',
  input: z.strictObject({ key, archived: z.boolean().default(true) }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found', 'conflict'],
});

export const intentsExamples = defineOperation({
  name: 'intents.examples',
  kind: 'read',
  summary: 'The sentences of an intent: the own ones, newest first, then those of the starting set',
  scope: 'bot:read',
  input: z.strictObject({ key, before: z.string().max(60).optional(), limit }),
  output: z.strictObject({ examples: z.array(example), next: z.string().nullable() }),
  errors: ['not_found'],
});

export const intentsAddExamples = defineOperation({
  name: 'intents.add-examples',
  kind: 'write',
  summary: 'Teach sentences to an intent; one that stood elsewhere moves here',
  scope: 'bot:write',
  input: z.strictObject({ key, texts: z.array(sentence).min(1).max(200) }),
  output: z.strictObject({
    added: z.int(),
    /** They stood at another intent. */
    moved: z.int(),
    /** They stood here already. */
    known: z.int(),
  }),
  errors: ['not_found', 'over_limit'],
});

export const intentsRemoveExample = defineOperation({
  name: 'intents.remove-example',
  kind: 'write',
  summary: 'Take back a sentence that the company taught',
  scope: 'bot:write',
  input: z.strictObject({ id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: [],
});

export const intentsCorrect = defineOperation({
  name: 'intents.correct',
  kind: 'write',
  summary: 'Say what a customer wanted with a message; the bot learns it in the background',
  scope: 'tickets:write',
  input: z.strictObject({ messageId: id, key }),
  output: z.strictObject({ example, changed: z.boolean() }),
  errors: ['not_found'],
});

export const intentsEvaluation = defineOperation({
  name: 'intents.evaluation',
  kind: 'read',
  summary: 'How well the bot understands: each sentence judged by a model that had not learned it',
  scope: 'bot:read',
  input: z.strictObject({}),
  output: z.strictObject({
    version: z.string(),
    madeAt: time.nullable(),
    examples: z.int(),
    accuracy: confidence,
    /** Of the sentences of the company alone; null: it has none. */
    ownAccuracy: confidence.nullable(),
    /** How far confidence is from being right that often, on average. */
    calibrationError: confidence,
    intents: z.array(
      z.strictObject({
        key,
        name: z.string(),
        examples: z.int(),
        /** Of those taken for it, how many are. */
        precision: confidence.nullable(),
        /** Of those that are it, how many were taken for it. */
        recall: confidence.nullable(),
      }),
    ),
    /** The most frequent first. */
    confusions: z.array(
      z.strictObject({
        key,
        name: z.string(),
        takenFor: key,
        takenForName: z.string(),
        count: z.int(),
        sentences: z.array(z.string()),
      }),
    ),
  }),
  errors: [],
});

export const intentsToLabel = defineOperation({
  name: 'intents.to-label',
  kind: 'read',
  summary: 'Recent messages of customers that the bot was least certain about, to be named by a person',
  scope: 'bot:write',
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
  output: z.strictObject({
    messages: z.array(
      z.strictObject({ messageId: id, conversationId: id, text: z.string(), at: time, ranking: z.array(ranked) }),
    ),
  }),
  errors: [],
});

export const intentsRetrain = defineOperation({
  name: 'intents.retrain',
  kind: 'write',
  summary: 'Learn now what was changed, without waiting',
  scope: 'bot:write',
  input: z.strictObject({}),
  output: z.strictObject({ queued: z.boolean() }),
  errors: [],
});

export const intentsTry = defineOperation({
  name: 'intents.try',
  kind: 'read',
  summary: 'What the bot understands in a sentence; nothing is kept of it',
  scope: 'bot:read',
  input: z.strictObject({ text: z.string().trim().min(1).max(2000) }),
  output: z.strictObject({
    version: z.string(),
    /** The sentence as it is compared. */
    normal: z.string(),
    /** How certain the bot must be, by its settings. */
    threshold: confidence,
    /** `outside`: it is nothing of all that, or it is not certain enough. */
    understood: ranked,
    ranking: z.array(ranked),
    /** Somebody tries to make the bot do what it should not. */
    attack: z.boolean(),
    /** 0 calm, 1 furious. */
    anger: confidence,
    wantsHuman: z.boolean(),
    /** Has it been said to the end? */
    finished: z.enum(['whole', 'half', 'unsure']),
  }),
  errors: [],
});

export const intentOperations = {
  [intentsList.name]: intentsList,
  [intentsSave.name]: intentsSave,
  [intentsArchive.name]: intentsArchive,
  [intentsExamples.name]: intentsExamples,
  [intentsAddExamples.name]: intentsAddExamples,
  [intentsRemoveExample.name]: intentsRemoveExample,
  [intentsCorrect.name]: intentsCorrect,
  [intentsEvaluation.name]: intentsEvaluation,
  [intentsToLabel.name]: intentsToLabel,
  [intentsRetrain.name]: intentsRetrain,
  [intentsTry.name]: intentsTry,
} as const;
