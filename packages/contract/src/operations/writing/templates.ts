import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { outboundContent } from '../../outbound-content.ts';
import { id, time } from '../fields.ts';

/** One thing to fill in before it is sent. */
const field = z.strictObject({
  /** `header`, `header.1`, `body.1`, `body.nome`, `button.0`: what `values` of a preview is keyed by. */
  key: z.string(),
  kind: z.enum(['text', 'image', 'video', 'document', 'location']),
  label: z.string(),
  example: z.string().nullable(),
});

export const template = z.strictObject({
  id,
  wabaId: z.string(),
  name: z.string(),
  language: z.string(),
  category: z.string().nullable(),
  /** The provider's word: APPROVED, PAUSED, REJECTED, PENDING, DISABLED … */
  status: z.string(),
  quality: z.string().nullable(),
  rejectedReason: z.string().nullable(),
  header: z
    .strictObject({
      kind: z.enum(['text', 'image', 'video', 'document', 'location']),
      text: z.string().nullable(),
    })
    .nullable(),
  body: z.string(),
  footer: z.string().nullable(),
  buttons: z.array(z.strictObject({ kind: z.string(), text: z.string(), url: z.string().nullable() })),
  fields: z.array(field),
  sendable: z.boolean(),
  /** Why it cannot be sent, in the caller's language. */
  problem: z.strictObject({ key: z.string(), text: z.string() }).nullable(),
  updatedAt: time,
});

export const templatesList = defineOperation({
  name: 'templates.list',
  kind: 'read',
  summary: 'The templates of a channel or of all, those that can be sent first',
  scope: 'messages:read',
  input: z.strictObject({
    channelId: id.optional(),
    /** Those of this conversation's channel. */
    conversationId: id.optional(),
    q: z.string().max(100).optional(),
    sendable: z.enum(['true', 'false']).optional(),
  }),
  output: z.strictObject({
    templates: z.array(template),
    /** When the provider was last asked; null: never. */
    refreshedAt: time.nullable(),
  }),
  errors: ['not_found'],
});

export const templatesRefresh = defineOperation({
  name: 'templates.refresh',
  kind: 'write',
  summary: 'Ask the provider for the templates of a channel now',
  scope: 'messages:write',
  input: z.strictObject({ channelId: id }),
  output: z.strictObject({ total: z.int(), added: z.int(), changed: z.int(), removed: z.int(), refreshedAt: time }),
  errors: ['not_found', 'provider_failed'],
  outside: true,
});

export const templatesPreview = defineOperation({
  name: 'templates.preview',
  kind: 'write',
  summary: 'A template with its fields filled in, as the customer will read it, and the content to send',
  scope: 'messages:read',
  input: z.strictObject({
    templateId: id,
    /** By the `key` of each field; of an image, video or document the id of an uploaded file. */
    values: z.record(z.string().max(120), z.string().max(2000)),
    /** Variables of canned replies ({{contato.nome}}) in the values are filled in for it. */
    conversationId: id.optional(),
  }),
  output: z.strictObject({
    header: z
      .strictObject({
        kind: z.enum(['text', 'image', 'video', 'document', 'location']),
        text: z.string().nullable(),
        mediaId: id.nullable(),
      })
      .nullable(),
    text: z.string(),
    footer: z.string().nullable(),
    buttons: z.array(z.strictObject({ kind: z.string(), text: z.string(), url: z.string().nullable() })),
    /** The keys of the fields that are still empty. */
    missing: z.array(z.string()),
    /** For `messages.send`; null while something is missing or the template cannot be sent. */
    content: outboundContent.nullable(),
    problem: z.strictObject({ key: z.string(), text: z.string() }).nullable(),
  }),
  errors: ['not_found'],
});
