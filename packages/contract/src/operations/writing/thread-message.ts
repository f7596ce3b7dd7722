import { z } from 'zod';
import { id, time } from '../fields.ts';
import { messageStatus } from '../messages.ts';

const origin = z.enum(['customer', 'bot', 'person', 'phone_app', 'meta_agent', 'api', 'import']);

/** A file as the screen needs it. The links are signed and short-lived: ask `media.link` for a new one. */
export const shownMedia = z.strictObject({
  id,
  kind: z.enum(['image', 'video', 'audio', 'document', 'sticker']),
  state: z.enum(['pending', 'stored', 'failed', 'expired']),
  mime: z.string().nullable(),
  bytes: z.int().nullable(),
  fileName: z.string().nullable(),
  /** Recorded as a voice note. */
  voice: z.boolean(),
  url: z.string().nullable(),
  urlExpiresAt: time.nullable(),
  /** Why it is not here, in the caller's language. */
  problem: z.string().nullable(),
});

const quoted = z.strictObject({
  /** Null: we do not have the message, only that it was quoted. */
  messageId: id.nullable(),
  direction: z.enum(['in', 'out']).nullable(),
  origin: origin.nullable(),
  authorId: id.nullable(),
  kind: z.string().nullable(),
  /** Its first 200 characters. */
  text: z.string().nullable(),
  mediaId: id.nullable(),
});

const place = z.strictObject({
  latitude: z.number(),
  longitude: z.number(),
  name: z.string().nullable(),
  address: z.string().nullable(),
  url: z.string().nullable(),
});

const card = z.strictObject({
  name: z.string().nullable(),
  company: z.string().nullable(),
  phones: z.array(
    z.strictObject({ phone: z.string().nullable(), waId: z.string().nullable(), type: z.string().nullable() }),
  ),
  emails: z.array(z.string()),
  urls: z.array(z.string()),
});

/** What surrounds the text of buttons, lists, links and templates. */
const interactive = z.strictObject({
  header: z
    .strictObject({
      kind: z.enum(['text', 'image', 'video', 'document', 'location']),
      text: z.string().nullable(),
      media: shownMedia.nullable(),
    })
    .nullable(),
  footer: z.string().nullable(),
  buttons: z.array(z.strictObject({ id: z.string().nullable(), title: z.string(), url: z.string().nullable() })),
  /** The words that open a list; its rows are in the sections. */
  listButton: z.string().nullable(),
  sections: z.array(
    z.strictObject({
      title: z.string().nullable(),
      rows: z.array(z.strictObject({ id: z.string(), title: z.string(), description: z.string().nullable() })),
    }),
  ),
});

/** A message with everything that the screen shows of it. */
export const threadMessage = z.strictObject({
  id,
  conversationId: id,
  /** What the composer called it before we did. */
  clientId: z.string().nullable(),
  seq: z.int(),
  direction: z.enum(['in', 'out']),
  origin,
  /** The member who wrote it. */
  authorId: id.nullable(),
  /**
   * What it is on the screen: text, image, video, audio, document, sticker, location, contacts, buttons, list, cta_url, template,
   * button, button_reply, list_reply, nfm_reply, order, system, media_placeholder, unsupported, unknown …
   */
  kind: z.string(),
  /** Body, caption, title of the chosen button, or a template as the customer reads it. */
  text: z.string().nullable(),
  media: shownMedia.nullable(),
  location: place.nullable(),
  contacts: z.array(card).nullable(),
  interactive: interactive.nullable(),
  template: z.strictObject({ name: z.string(), language: z.string() }).nullable(),
  /** What is in none of the fields above, as the channel gave it (orders, answers of forms …). */
  content: z.unknown(),
  quote: quoted.nullable(),
  /** At most one of each side. */
  reactions: z.array(z.strictObject({ by: z.enum(['customer', 'business']), emoji: z.string(), at: time })),
  /** What stood there before, oldest first. */
  edits: z.array(z.strictObject({ at: time, text: z.string().nullable() })),
  status: messageStatus,
  /** Why it did not go, or not yet: the key of the sentence, and the sentence in the caller's language. */
  problem: z.strictObject({ key: z.string(), text: z.string(), code: z.int().nullable() }).nullable(),
  /** The failed message that this one repeats, and the newest one that repeats this. */
  retryOf: id.nullable(),
  retriedBy: id.nullable(),
  providerId: z.string().nullable(),
  at: time,
  createdAt: time,
  sentAt: time.nullable(),
  deliveredAt: time.nullable(),
  readAt: time.nullable(),
  playedAt: time.nullable(),
  failedAt: time.nullable(),
  editedAt: time.nullable(),
  revokedAt: time.nullable(),
});

export type ThreadMessage = z.output<typeof threadMessage>;
export type ShownMedia = z.output<typeof shownMedia>;
