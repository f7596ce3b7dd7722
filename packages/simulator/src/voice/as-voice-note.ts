import { readWebm } from './read-webm.ts';
import { writeOgg } from './write-ogg.ts';

/** WhatsApp sends voice notes as Ogg Opus; a browser records the same sound in a WebM box. It is put into the other box. */
export function asVoiceNote(file: { bytes: Buffer; mimeType: string }): { bytes: Buffer; mimeType: string } {
  if (!file.mimeType.startsWith('audio/webm')) return file;
  try {
    return { bytes: writeOgg(readWebm(file.bytes)), mimeType: 'audio/ogg; codecs=opus' };
  } catch {
    return file;
  }
}
