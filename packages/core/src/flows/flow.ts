import { z } from 'zod';

const stepName = z.string().min(1).max(130);
const words = z.string().min(1).max(4096);
const expression = z.string().min(1).max(500);
const varName = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/i);
const tries = z.int().min(1).max(10);

export const replyStep = z.strictObject({ reply: words, next: stepName.optional() });

export const menuOption = z.strictObject({
  id: z.string().min(1).max(200).optional(),
  label: z.string().min(1).max(72),
  description: z.string().min(1).max(72).optional(),
  words: z.array(z.string().min(1)).optional(),
  /** Offered only while this is true. */
  if: expression.optional(),
  goto: stepName,
});

export const menuStep = z.strictObject({
  menu: z.strictObject({
    text: z.string().min(1).max(1024),
    /** Absent: whatever the options fit into. */
    as: z.enum(['buttons', 'list', 'numbers']).optional(),
    button: z.string().min(1).max(20).optional(),
    options: z.array(menuOption).min(1).max(30),
    invalid: words.optional(),
    tries: tries.optional(),
    otherwise: stepName.optional(),
  }),
});

export const checks = ['text', 'number', 'money', 'date', 'email', 'cpf', 'cnpj', 'cpf_or_cnpj', 'phone'] as const;

export const askStep = z.strictObject({
  ask: words,
  save: varName,
  check: z.enum(checks).optional(),
  invalid: words.optional(),
  tries: tries.optional(),
  /** Where the talk goes when every try was wrong. */
  otherwise: stepName.optional(),
  next: stepName,
});

export const gotoStep = z.strictObject({ goto: stepName });

export const handoffStep = z.strictObject({
  handoff: z.strictObject({
    text: words.optional(),
    department: z.string().max(100).optional(),
    reason: z.string().min(1).max(200).optional(),
    priority: z.enum(['low', 'normal', 'high', 'urgent']).optional(),
  }),
});

export const ifStep = z.strictObject({ if: expression, then: stepName, else: stepName });

/** The first line that is true leads on. */
export const whenStep = z.strictObject({
  when: z
    .array(z.strictObject({ if: expression, goto: stepName }))
    .min(1)
    .max(30),
  else: stepName,
});

/** A text is a template; one that begins with `=` is an expression. */
export const setStep = z.strictObject({
  set: z.record(varName, z.union([z.string().max(1000), z.number(), z.boolean()])),
  next: stepName.optional(),
});

const bodyTemplate: z.ZodType<BodyTemplate> = z.lazy(() =>
  z.union([
    z.string().max(4096),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(bodyTemplate).max(100),
    z.record(z.string().max(100), bodyTemplate),
  ]),
);
export type BodyTemplate =
  | string
  | number
  | boolean
  | null
  | readonly BodyTemplate[]
  | { readonly [name: string]: BodyTemplate };

export const httpStep = z.strictObject({
  http: z.strictObject({
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
    /** Either a literal https address … */
    url: z.string().max(2000).optional(),
    /** … or one of the workspace's addresses by its name, and a path on it. */
    address: z.string().max(60).optional(),
    path: z.string().max(1000).optional(),
    headers: z.record(z.string().regex(/^[A-Za-z0-9-]{1,60}$/), z.string().max(1000)).optional(),
    /** A mapping or a list goes out as JSON; a text as it is. */
    body: bodyTemplate.optional(),
    /** Seconds. */
    timeout: z.number().min(0.1).max(30).default(8),
    /** What is kept of the answer: name of the variable to its path, as `data.items[0].total`. */
    save: z.record(varName, z.string().min(1).max(200)).optional(),
  }),
  next: stepName,
  failed: stepName,
});

export const waitStep = z.strictObject({
  wait: z.union([
    z.strictObject({ minutes: z.number().min(0.1).max(43_200) }),
    z.strictObject({ until: z.literal('opening') }),
  ]),
  next: stepName,
  /** Where the talk goes when the customer writes meanwhile; absent: `next`. */
  message: stepName.optional(),
});

/** Another step or section; the talk comes back to `next` when that one ends. */
export const callStep = z.strictObject({ call: stepName, next: stepName.optional() });
export const returnStep = z.strictObject({ return: z.literal(true) });

/** The assistant answers from what it knows. */
export const answerStep = z.strictObject({
  answer: z.strictObject({
    /** Absent: what the customer wrote last. */
    question: words.optional(),
    /** Where the talk goes when there is no answer; absent: what the assistant does by itself. */
    unsure: stepName.optional(),
  }),
  next: stepName.optional(),
});

export const shapes = {
  reply: replyStep,
  menu: menuStep,
  ask: askStep,
  goto: gotoStep,
  handoff: handoffStep,
  if: ifStep,
  when: whenStep,
  set: setStep,
  http: httpStep,
  wait: waitStep,
  call: callStep,
  return: returnStep,
  answer: answerStep,
} as const;

/** A step is exactly one of these; which one is told by its first word. */
export const step = z.union([
  replyStep,
  menuStep,
  askStep,
  gotoStep,
  handoffStep,
  ifStep,
  whenStep,
  setStep,
  httpStep,
  waitStep,
  callStep,
  returnStep,
  answerStep,
]);

/** What an intent leads to when a channel is in assistant mode. */
export const intentRoute = z.union([
  z.literal('answer'),
  z.strictObject({ goto: stepName }),
  z.strictObject({ say: words }),
  z.strictObject({
    handoff: z.strictObject({
      department: z.string().max(100).optional(),
      reason: z.string().min(1).max(200).optional(),
    }),
  }),
]);

export const assistantPart = z.strictObject({
  intents: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,60}$/), intentRoute).optional(),
  otherwise: z.enum(['answer', 'menu', 'handoff']).optional(),
  /** The step that shows the menu; absent: the first menu from `start` on. */
  menu: stepName.optional(),
});

/** Words that lead somewhere from every question and menu. */
const alwaysPart = z
  .array(z.strictObject({ words: z.array(z.string().min(1).max(100)).min(1).max(50), goto: stepName }))
  .max(20);

/** A flow as it is run: sections are already among the steps, as `section/step`. */
export const flowFile = z.strictObject({
  version: z.literal(1),
  start: stepName,
  vars: z.record(varName, z.union([z.string().max(1000), z.number(), z.boolean()])).optional(),
  always: alwaysPart.optional(),
  assistant: assistantPart.optional(),
  steps: z.record(stepName, step),
});

export type Step = z.infer<typeof step>;
export type MenuStep = z.infer<typeof menuStep>;
export type AskStep = z.infer<typeof askStep>;
export type HttpStep = z.infer<typeof httpStep>;
export type WaitStep = z.infer<typeof waitStep>;
export type AnswerStep = z.infer<typeof answerStep>;
export type IntentRoute = z.infer<typeof intentRoute>;
export type AssistantPart = z.infer<typeof assistantPart>;
export type Check = (typeof checks)[number];
export type Flow = z.infer<typeof flowFile>;
