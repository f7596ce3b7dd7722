export type SentAs = 'image' | 'video' | 'audio' | 'document' | 'sticker';

const mib = 1024 * 1024;
const most: Record<SentAs, number> = {
  image: 5 * mib,
  video: 16 * mib,
  audio: 16 * mib,
  document: 100 * mib,
  sticker: 500 * 1024,
};

/** What a messenger would send this file as. */
export function mediaKind(file: { type: string }, asDocument = false): SentAs {
  if (asDocument) return 'document';
  if (/^image\/(jpeg|png|webp|gif)$/.test(file.type)) return 'image';
  if (/^video\/(mp4|3gpp|webm|quicktime)$/.test(file.type)) return 'video';
  return file.type.startsWith('audio/') ? 'audio' : 'document';
}

export const isTooBig = (file: { size: number }, as: SentAs): boolean => file.size > most[as];
