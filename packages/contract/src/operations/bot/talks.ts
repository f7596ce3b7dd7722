import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';

/** Where a talk of the bot stands; docs/states.md draws how they lead to each other. */
export const botState = z.enum([
  'greeting',
  'identifying',
  'triage',
  'collecting',
  'answering',
  'confirming',
  'waiting_person',
  'with_person',
  'closing',
  'rating',
  'closed',
  'error',
  'timeout',
]);
export type BotState = z.output<typeof botState>;

/** Why the bot gave a talk to people. */
export const handoffReason = z.enum([
  'request',
  'low_confidence',
  'anger',
  'sensitive',
  'failures',
  'rule',
  'loop',
  'hops',
  'late',
  'error',
]);
export type HandoffReason = z.output<typeof handoffReason>;

/** Who made an answer: the flow's own words, the workspace's knowledge word by word, a model, an answer kept from before, a fixed sentence. */
const answeredBy = z.enum(['flow', 'local', 'model', 'cache', 'template']);

/** One decision of the bot, as an attendant sees it beside the messages. */
export const botTurn = z.strictObject({
  id,
  at: time,
  mode: z.enum(['flow', 'assistant']),
  /** The customer's messages that it heard; none when the clock or a result made it. */
  messageIds: z.array(id),
  /** The messages that it said. */
  replyIds: z.array(id),
  from: botState,
  to: botState,
  /** What happened, and the row of the table that answered it. */
  event: z.string(),
  rule: z.string(),
  /** Steps of the flow that it went through. */
  steps: z.array(z.strictObject({ from: z.string().nullable(), to: z.string(), event: z.string() })),
  intent: z.string().nullable(),
  confidence: z.number().min(0).max(1).nullable(),
  /** The version of the classifier that understood it. */
  classifier: z.string().nullable(),
  answeredBy: answeredBy.nullable(),
  model: z.string().nullable(),
  promptVersionId: id.nullable(),
  sources: z.array(z.strictObject({ passageId: z.string(), title: z.string(), url: z.string().nullable() })),
  tokensIn: z.int(),
  tokensOut: z.int(),
  /** Millionths of a US dollar. */
  costMicros: z.int(),
  /** How long the answer took to make. */
  ms: z.int().nullable(),
  attack: z.boolean(),
  /** Why it went to a person (see handoffs), or what failed. */
  reason: z.string().nullable(),
});
export type BotTurn = z.output<typeof botTurn>;

export const botTurnsOfConversation = defineOperation({
  name: 'bot-turns.of-conversation',
  kind: 'read',
  summary: 'What the bot understood and decided in a conversation, newest first',
  scope: 'bot:read',
  input: z.strictObject({ conversationId: id, before: id.optional(), limit }),
  output: z.strictObject({
    /** Where the talk stands now. */
    state: botState,
    turns: z.array(botTurn),
    next: id.nullable(),
  }),
  errors: ['not_found'],
});

export const botTurnsReplay = defineOperation({
  name: 'bot-turns.replay',
  kind: 'read',
  summary: 'Decide a past talk again from what is recorded of it; the decisions must be the same',
  scope: 'bot:read',
  input: z.strictObject({ conversationId: id, before: id.optional(), limit }),
  output: z.strictObject({
    same: z.boolean(),
    turns: z.array(
      z.strictObject({
        id,
        at: time,
        same: z.boolean(),
        was: z.strictObject({ event: z.string(), from: botState, to: botState, rule: z.string() }),
        now: z.strictObject({ event: z.string(), from: botState, to: botState, rule: z.string() }),
        /** What it would say now. */
        replies: z.array(z.string()),
      }),
    ),
    next: id.nullable(),
  }),
  errors: ['not_found'],
});

/** What a person should know before the first word. */
export const botHandoff = z.strictObject({
  id,
  conversationId: id,
  ticketId: id.nullable(),
  at: time,
  reason: handoffReason,
  /** What they want, in their own words. */
  wants: z.string().nullable(),
  intent: z.string().nullable(),
  /** What the bot did before it gave up. */
  tried: z.array(z.strictObject({ event: z.string(), text: z.string().nullable() })),
  /** What was asked of them and answered. */
  collected: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  sentiment: z.enum(['calm', 'upset', 'angry']),
  summary: z.string(),
  summaryBy: z.enum(['template', 'model']),
  department: z.string().nullable(),
  /** By when the customer was told that a person answers. */
  answerDueAt: time.nullable(),
});
export type BotHandoff = z.output<typeof botHandoff>;

export const handoffsOfConversation = defineOperation({
  name: 'handoffs.of-conversation',
  kind: 'read',
  summary: 'Each time the bot gave a conversation to people, and what it told them; newest first',
  scope: 'tickets:read',
  input: z.strictObject({ conversationId: id, ticketId: id.optional() }),
  output: z.strictObject({ handoffs: z.array(botHandoff) }),
  errors: ['not_found'],
});

const counted = z.strictObject({ name: z.string(), count: z.int() });

export const botMetrics = defineOperation({
  name: 'bot.metrics',
  kind: 'read',
  summary: 'How the bot did in a period: intents, escalations, failures, speed, cost, containment',
  scope: 'bot:read',
  input: z.strictObject({ from: time, to: time, channelId: id.optional() }),
  output: z.strictObject({
    turns: z.int(),
    /** Conversations that the bot spoke in; contained are those that no person was needed for. */
    talks: z.int(),
    contained: z.int(),
    intents: z.array(counted.extend({ meanConfidence: z.number(), handedOff: z.int() })),
    handoffs: z.array(z.strictObject({ reason: handoffReason, count: z.int() })),
    /** Errors and timeouts by the flow and the state they happened in. */
    failures: z.array(
      z.strictObject({
        kind: z.enum(['error', 'timeout']),
        flowVersionId: id.nullable(),
        state: botState,
        count: z.int(),
      }),
    ),
    answers: z.array(z.strictObject({ by: answeredBy, count: z.int() })),
    models: z.array(
      z.strictObject({
        model: z.string(),
        answers: z.int(),
        tokensIn: z.int(),
        tokensOut: z.int(),
        costMicros: z.int(),
        p50Ms: z.int(),
        p95Ms: z.int(),
      }),
    ),
    /** Share of the answers that would have cost a model and came from the cache; null without any. */
    cacheHitRate: z.number().nullable(),
    /** Fixed sentences said because nothing better came in time. */
    fallbacks: z.int(),
    attacks: z.int(),
    costMicros: z.int(),
    ratings: z.strictObject({
      count: z.int(),
      mean: z.number().nullable(),
      scores: z.array(z.strictObject({ score: z.int(), count: z.int() })),
    }),
  }),
  errors: [],
});
