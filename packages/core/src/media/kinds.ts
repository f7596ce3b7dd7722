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

/** What WhatsApp takes as a document, under the type it knows it by. Any other file has to be packed into one of these. */
const documents: readonly string[] = [
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'text/plain',
];

/** Old office files are one container to their bytes: their name tells them apart. */
const oldOffice: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/** The type under which WhatsApp takes a file; undefined when it takes none such. */
export function providerMime(mime: string, fileName: string | null): string | undefined {
  if (mime in sendableAs || documents.includes(mime) || mime === 'image/webp') return mime;
  // Tables, notes, code, pages: to the customer's telephone all of it is text.
  if (mime.startsWith('text/') || mime === 'application/json') return 'text/plain';
  const ending = fileName?.toLowerCase().split('.').at(-1) ?? '';
  return mime === 'application/x-cfb' ? oldOffice[ending] : undefined;
}

/** Of each kind, what may be chosen. */
export const UPLOAD_MIMES: Readonly<Record<MediaKind, readonly string[]>> = {
  image: mimesOf('image'),
  video: mimesOf('video'),
  audio: mimesOf('audio'),
  document: documents,
  sticker: ['image/webp'],
};

function mimesOf(kind: MediaKind): string[] {
  return Object.keys(sendableAs).filter((mime) => sendableAs[mime] === kind);
}

export const kindOfMime = (mime: string): MediaKind => sendableAs[mime] ?? 'document';

/** A message's kind is a provider's word: an unknown one is a document. */
export function mediaKind(word: string): MediaKind {
  if (word === 'voice') return 'audio';
  return word in OUTBOUND_LIMITS ? (word as MediaKind) : 'document'; // checked by the line itself
}
