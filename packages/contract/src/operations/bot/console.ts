import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id } from '../fields.ts';

const share = z.number().min(0).max(1);

export const botTry = defineOperation({
  name: 'bot.try',
  kind: 'write',
  summary:
    'What the bot would make of a sentence: what it understands, what it finds, what a model would be told, what it would say, cost and decide. Nothing is sent, no tool runs, no talk is stored; what a model costs is booked',
  scope: 'bot:write',
  input: z.strictObject({
    sentence: z.string().trim().min(1).max(4000),
    /** The talk before it, oldest first. */
    history: z
      .array(z.strictObject({ by: z.enum(['customer', 'bot', 'person']), text: z.string().max(2000) }))
      .max(20)
      .default([]),
    /** Whose memory goes with it. */
    contactId: id.optional(),
    /** Without one the local bot answers alone. */
    model: z.boolean().default(true),
    /** A draft of the prompt to try in place of the one in force. */
    promptId: id.optional(),
  }),
  output: z.strictObject({
    understanding: z.strictObject({
      intent: z.string(),
      confidence: share,
      /** At or above the threshold; below it counts as outside. */
      sure: z.boolean(),
      version: z.string(),
      ranking: z.array(z.strictObject({ intent: z.string(), confidence: share })),
      anger: share,
      wantsHuman: z.boolean(),
      sensitive: z.string().nullable(),
      finished: z.enum(['whole', 'half', 'unsure']),
      attack: z.strictObject({ attack: z.boolean(), score: z.number(), signs: z.array(z.string()) }),
    }),
    retrieval: z.strictObject({
      version: z.string(),
      passages: z.array(
        z.strictObject({
          id: z.string(),
          articleId: z.string(),
          kind: z.enum(['faq', 'article', 'document', 'page']),
          title: z.string(),
          text: z.string(),
          url: z.string().nullable(),
          score: z.number(),
        }),
      ),
    }),
    /** As it left for a model, personal data hidden; empty where none was asked. */
    prompts: z.array(
      z.strictObject({
        purpose: z.enum(['answer', 'classify', 'embed']),
        model: z.string(),
        system: z.string(),
        turns: z.array(z.strictObject({ by: z.enum(['customer', 'company', 'tool']), text: z.string() })),
        tokens: z.int(),
      }),
    ),
    prompt: z.strictObject({ versionId: id.nullable(), label: z.string() }),
    draft: z.strictObject({
      kind: z.enum(['answer', 'confirm', 'unsure', 'refused', 'handoff', 'failed']),
      text: z.string().nullable(),
      /** Of what is no answer. */
      why: z.string().nullable(),
      /** The tool that it would run, at the customer's yes or at once. */
      tool: z.strictObject({ name: z.string(), args: z.unknown() }).nullable(),
      sources: z.array(
        z.strictObject({ passageId: z.string(), articleId: z.string(), title: z.string(), url: z.string().nullable() }),
      ),
      by: z.enum(['local', 'model', 'cache', 'template']),
      model: z.string().nullable(),
      ms: z.int(),
      tried: z.array(z.string()),
    }),
    cost: z.strictObject({ tokensIn: z.int(), tokensOut: z.int(), micros: z.int() }),
    /** What the table of states and events makes of it in a fresh talk. */
    decision: z.strictObject({
      event: z.string(),
      rule: z.string(),
      from: z.string(),
      to: z.string(),
      replies: z.array(z.string()),
      handoff: z.string().nullable(),
    }),
  }),
  errors: ['not_found'],
  outside: true,
});
