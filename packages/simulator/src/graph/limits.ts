const mib = 1024 * 1024;

/** What Meta accepts, in one place; each is refused by name when passed. */
export const limits = {
  textBody: 4096,
  interactiveBody: 1024,
  listBody: 4096,
  header: 60,
  footer: 60,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  listRows: 10,
  listSections: 10,
  rowTitle: 24,
  rowDescription: 72,
  rowId: 200,
  sectionTitle: 24,
  listButton: 20,
  ctaButton: 20,
  caption: 1024,
  contacts: 257,
  tag: 512,
  templateBody: 1024,
  templateButtons: 10,
  templateButtonText: 25,
  templatesPerWaba: 250,
  reaction: 64,
} as const;

export const mediaLimits: Readonly<Record<string, { bytes: number; types: readonly string[] }>> = {
  image: { bytes: 5 * mib, types: ['image/jpeg', 'image/png'] },
  video: { bytes: 16 * mib, types: ['video/mp4', 'video/3gpp'] },
  audio: {
    bytes: 16 * mib,
    types: ['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/amr', 'audio/ogg', 'audio/opus'],
  },
  sticker: { bytes: 500 * 1024, types: ['image/webp'] },
  document: { bytes: 100 * mib, types: [] },
};

export const mediaKinds = ['image', 'video', 'audio', 'document', 'sticker'] as const;
export type MediaKind = (typeof mediaKinds)[number];
export const isMediaKind = (type: string): type is MediaKind => (mediaKinds as readonly string[]).includes(type);
export const biggestUpload = 100 * mib;
export const mediaUrlLifeMs = 5 * 60_000;
