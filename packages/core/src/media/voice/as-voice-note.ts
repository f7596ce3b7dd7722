import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import type { LocalFile } from '../storage/storage.ts';
import { readWebm } from './read-webm.ts';
import { makeOggWithFfmpeg } from './with-ffmpeg.ts';
import { writeOgg } from './write-ogg.ts';

export interface VoiceNote {
  readonly file: LocalFile;
  readonly mime: string;
  /** False: it could not be made into what WhatsApp plays as a voice note; it goes as a file to listen to. */
  readonly voice: boolean;
}

export const OGG = 'audio/ogg';
const isOpus = (head: Buffer) => head.subarray(0, 512).includes('OpusHead');

/**
 * What browsers record, as a voice note: Chromium's WebM is put into an Ogg box (nothing is encoded anew), Firefox's Ogg stays,
 * Safari's MP4 needs ffmpeg. The file given is changed or replaced; the one that comes back is the caller's to drop.
 */
export async function asVoiceNote(file: LocalFile, mime: string): Promise<VoiceNote> {
  const bytes = await readFile(file.path);
  if (mime === OGG && isOpus(bytes)) return { file, mime, voice: true };
  const recorded = mime.endsWith('/webm') ? readWebm(bytes) : undefined;
  if (recorded !== undefined) {
    const ogg = writeOgg(recorded);
    await writeFile(file.path, ogg);
    return { file: describe(file.path, ogg), mime: OGG, voice: true };
  }
  const made = `${file.path}.ogg`;
  if (await makeOggWithFfmpeg(file.path, made)) {
    await rm(file.path, { force: true });
    return { file: describe(made, await readFile(made)), mime: OGG, voice: true };
  }
  await rm(made, { force: true });
  return { file, mime, voice: false };
}

const describe = (path: string, bytes: Buffer): LocalFile => ({
  path,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
