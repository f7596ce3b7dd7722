import { z } from 'zod';

const id = z.string().min(1).max(512);
const text = z.string().min(1);
const link = z.url({ protocol: /^https?$/ });

/** Lower case, as `media.upload` gave it. */
const mediaId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not an id');
/** A file of ours, one that the provider has already, or one that it fetches itself. */
const source = z.union([z.strictObject({ mediaId }), z.strictObject({ id }), z.strictObject({ link })]);
const mediaHeader = z.strictObject({
  kind: z.enum(['image', 'video', 'document']),
  source,
  fileName: z.string().max(240).optional(),
});
const textHeader = z.strictObject({ kind: z.literal('text'), text });
const interactiveHeader = z.union([textHeader, mediaHeader]);

const textOut = z.strictObject({ kind: z.literal('text'), text, previewUrl: z.boolean().optional() });

const mediaOut = z.strictObject({
  kind: z.literal('media'),
  media: z.enum(['image', 'video', 'audio', 'document', 'sticker']),
  source,
  caption: z.string().optional(),
  fileName: z.string().max(240).optional(),
  voice: z.boolean().optional(),
});

const locationOut = z.strictObject({
  kind: z.literal('location'),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().optional(),
  address: z.string().optional(),
});

const name = z.string().optional();
const templateParameter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text, name }),
  z.strictObject({ kind: z.literal('currency'), currency: z.string().length(3), cents: z.int(), fallback: text, name }),
  z.strictObject({ kind: z.literal('date_time'), fallback: text, name }),
]);

const index = z.int().min(0).max(9);
const templateButton = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quick_reply'), index, payload: text }),
  z.strictObject({ kind: z.literal('url'), index, text }),
  z.strictObject({ kind: z.literal('copy_code'), index, code: text }),
  z.strictObject({
    kind: z.literal('flow'),
    index,
    flowToken: z.string().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  }),
]);

const templateOut = z.strictObject({
  kind: z.literal('template'),
  name: text,
  language: text,
  header: z
    .union([z.strictObject({ kind: z.literal('text'), parameter: templateParameter }), mediaHeader, locationOut])
    .optional(),
  body: z.array(templateParameter).optional(),
  buttons: z.array(templateButton).max(10).optional(),
});

const interactive = { text, footer: z.string().optional() };

const buttonsOut = z.strictObject({
  kind: z.literal('buttons'),
  ...interactive,
  header: interactiveHeader.optional(),
  buttons: z.array(z.strictObject({ id, title: text })).min(1),
});

const listOut = z.strictObject({
  kind: z.literal('list'),
  ...interactive,
  header: textHeader.optional(),
  button: text,
  sections: z
    .array(
      z.strictObject({
        title: z.string().optional(),
        rows: z.array(z.strictObject({ id, title: text, description: z.string().optional() })).min(1),
      }),
    )
    .min(1),
});

const ctaUrlOut = z.strictObject({
  kind: z.literal('cta_url'),
  ...interactive,
  header: interactiveHeader.optional(),
  button: text,
  url: link,
});

const type = z.string().optional();
const contactCard = z.strictObject({
  name: z.strictObject({ formatted: text, first: z.string().optional(), last: z.string().optional() }),
  company: z.string().optional(),
  phones: z.array(z.strictObject({ phone: text, type, waId: z.string().optional() })).optional(),
  emails: z.array(z.strictObject({ email: text, type })).optional(),
  urls: z.array(z.strictObject({ url: text, type })).optional(),
});
const contactsOut = z.strictObject({ kind: z.literal('contacts'), contacts: z.array(contactCard).min(1) });

const reactionOut = z.strictObject({ kind: z.literal('reaction'), targetId: id, emoji: z.string().max(32).optional() });

/** What can be sent, in our own words. The limits of a provider (lengths, sizes) are the channel's to check. */
export const outboundContent = z.discriminatedUnion('kind', [
  textOut,
  mediaOut,
  templateOut,
  buttonsOut,
  listOut,
  ctaUrlOut,
  locationOut,
  contactsOut,
  reactionOut,
]);
