import { z } from 'zod';

const quotes = { quotedId: z.string().optional(), forwarded: z.boolean().optional() };

/** What a customer can do with a telephone. */
export const draftSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), body: z.string().min(1).max(65_536), ...quotes }),
  z.object({
    kind: z.literal('media'),
    as: z.enum(['image', 'video', 'audio', 'document', 'sticker']),
    mediaId: z.string(),
    caption: z.string().max(1024).optional(),
    filename: z.string().max(240).optional(),
    voice: z.boolean().optional(),
    ...quotes,
  }),
  z.object({
    kind: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().max(1000).optional(),
    address: z.string().max(1000).optional(),
    ...quotes,
  }),
  z.object({
    kind: z.literal('contacts'),
    contacts: z
      .array(z.object({ name: z.string().min(1), phone: z.string().min(3) }))
      .min(1)
      .max(257),
    ...quotes,
  }),
  /** An empty emoji takes the reaction back. */
  z.object({ kind: z.literal('reaction'), messageId: z.string(), emoji: z.string().max(64) }),
  /** A tap on a button, a row of a list, or a quick reply of a template. */
  z.object({ kind: z.literal('tap'), messageId: z.string(), choiceId: z.string() }),
  z.object({ kind: z.literal('edit'), messageId: z.string(), body: z.string().min(1).max(4096) }),
  z.object({ kind: z.literal('revoke'), messageId: z.string() }),
  /** Any other message, in Meta's own words: `{type: 'order', order: {…}}`. */
  z.object({ kind: z.literal('raw'), message: z.looseObject({ type: z.string() }), ...quotes }),
]);

export type Draft = z.output<typeof draftSchema>;
export type DraftInput = z.input<typeof draftSchema>;
export type DraftOf<K extends Draft['kind']> = Extract<Draft, { kind: K }>;
