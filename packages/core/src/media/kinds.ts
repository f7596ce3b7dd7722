export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

const MIB = 1024 * 1024;

/** Meta hands out nothing larger than 100 MB (131052). Above WhatsApp's own limits per kind on purpose: those may grow, and a customer's file is not sent twice. */
export const INBOUND_LIMITS: Readonly<Record<MediaKind, number>> = {
  image: 16 * MIB,
  sticker: 2 * MIB,
  audio: 32 * MIB,
  video: 100 * MIB,
  document: 100 * MIB,
};

/** What WhatsApp takes from us (shared facts: Media). */
export const OUTBOUND_LIMITS: Readonly<Record<MediaKind, number>> = {
  image: 5 * MIB,
  sticker: 500 * 1024,
  audio: 16 * MIB,
  video: 16 * MIB,
  document: 100 * MIB,
};

/** What WhatsApp shows as such; everything else goes as a document. */
const sendableAs: Readonly<Record<string, MediaKind>> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'video/mp4': 'video',
  'video/3gpp': 'video',
  'audio/aac': 'audio',
  'audio/amr': 'audio',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/ogg': 'audio',
};

export const kindOfMime = (mime: string): MediaKind => sendableAs[mime] ?? 'document';

/** A message's kind is a provider's word: an unknown one is a document. */
export function mediaKind(word: string): MediaKind {
  if (word === 'voice') return 'audio';
  return word in OUTBOUND_LIMITS ? (word as MediaKind) : 'document'; // checked by the line itself
}
