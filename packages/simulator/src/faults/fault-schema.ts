import { z } from 'zod';

/** When a fault strikes: always, the next `times` occasions, one in `every`, or a share of them by chance. */
const when = {
  times: z.int().positive().optional(),
  every: z.int().positive().optional(),
  ratio: z.number().min(0).max(1).optional(),
};

const updates = z.enum(['messages', 'statuses', 'all']).default('all');

export const faultSchema = z.discriminatedUnion('kind', [
  /** The send is refused with one of Meta's error codes. */
  z.object({
    kind: z.literal('error'),
    code: z.int(),
    httpStatus: z.int().min(400).max(599).optional(),
    details: z.string().optional(),
    to: z.string().optional(),
    ...when,
  }),
  /** The send is accepted, and fails later by a status. */
  z.object({
    kind: z.literal('fail'),
    code: z.int(),
    details: z.string().optional(),
    to: z.string().optional(),
    ...when,
  }),
  /** Answers of the Graph API, or webhooks, come late. */
  z.object({
    kind: z.literal('delay'),
    ms: z.int().min(0),
    jitterMs: z.int().min(0).default(0),
    on: z.enum(['answers', 'webhooks']).default('answers'),
    ...when,
  }),
  /** The socket is closed: after the send was accepted (the client cannot know), or before. */
  z.object({ kind: z.literal('drop'), accepted: z.boolean().default(true), ...when }),
  /** The message is accepted as held for quality assessment. */
  z.object({ kind: z.literal('hold'), ...when }),
  /** Statuses stop after this one. */
  z.object({ kind: z.literal('stop-walk'), after: z.enum(['accepted', 'sent', 'delivered']), ...when }),
  /** The same update is posted `copies` times more. */
  z.object({ kind: z.literal('duplicate'), copies: z.int().min(1).max(1000).default(1), of: updates, ...when }),
  /** Updates wait up to so long, and leave in another order. */
  z.object({ kind: z.literal('shuffle'), windowMs: z.int().min(1).default(500), of: updates, ...when }),
  /** Updates are gathered for so long, or until so many, and leave in one webhook. */
  z.object({
    kind: z.literal('batch'),
    windowMs: z.int().min(1).default(200),
    max: z.int().min(1).max(1000).default(1000),
  }),
]);

export type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;
export type FaultKind = Fault['kind'];
export type FaultOf<K extends FaultKind> = Extract<Fault, { kind: K }>;
