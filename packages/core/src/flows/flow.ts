import { z } from 'zod';

const stepName = z.string().min(1).max(64);
const words = z.string().min(1).max(4096);

export const replyStep = z.strictObject({ reply: words, next: stepName.optional() });

export const menuStep = z.strictObject({
  menu: z.strictObject({
    text: z.string().min(1).max(1024),
    button: z.string().min(1).max(20).optional(),
    options: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(200).optional(),
          label: z.string().min(1).max(72),
          words: z.array(z.string().min(1)).optional(),
          goto: stepName,
        }),
      )
      .min(1)
      .max(10),
    invalid: words.optional(),
  }),
});

export const askStep = z.strictObject({
  ask: words,
  save: z.string().regex(/^[a-z][a-z0-9_]{0,40}$/i),
  check: z.enum(['text', 'number', 'email', 'cpf', 'cnpj', 'phone']).optional(),
  invalid: words.optional(),
  next: stepName,
});

export const gotoStep = z.strictObject({ goto: stepName });

export const handoffStep = z.strictObject({
  handoff: z.strictObject({ text: words.optional(), department: z.string().max(100).optional() }),
});

/** A step is exactly one of these; which one is told by its first word. */
export const step = z.union([replyStep, menuStep, askStep, gotoStep, handoffStep]);

export const flowFile = z.strictObject({
  version: z.literal(1),
  start: stepName,
  steps: z.record(stepName, step),
});

export type Step = z.infer<typeof step>;
export type MenuStep = z.infer<typeof menuStep>;
export type AskStep = z.infer<typeof askStep>;
export type Flow = z.infer<typeof flowFile>;
