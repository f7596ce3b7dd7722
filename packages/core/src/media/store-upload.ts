import type { Readable } from 'node:stream';
import { type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { cleanFileName } from './file-name.ts';
import { kindOfMime, type MediaKind, OUTBOUND_LIMITS, providerMime, UPLOAD_MIMES } from './kinds.ts';
import type { Media } from './media.ts';
import { dropFile, receiveFile } from './receive-file.ts';
import { insertUpload } from './rows.ts';
import { sniff } from './sniff.ts';
import { contentKey, type LocalFile, type Storage } from './storage/storage.ts';
import { asVoiceNote, type VoiceNote } from './voice/as-voice-note.ts';

export interface Upload {
  readonly body: Readable;
  readonly fileName?: string | undefined;
  readonly declaredMime?: string | undefined;
  /** Absent: by its content, as WhatsApp would show it. */
  readonly kind?: MediaKind | undefined;
  /** Recorded to be heard as a voice note. */
  readonly voice?: boolean | undefined;
  /** It is meant for a customer: what WhatsApp would refuse is refused now. */
  readonly toSend?: boolean | undefined;
}

/** A file that is to go out. Throws Fault('too_large' | 'wrong_file' | 'invalid_input' | 'unavailable'). */
export async function storeUpload(ctx: WorkspaceCtx, storage: Storage, upload: Upload): Promise<Media> {
  const received = await receiveFile(ctx, storage, upload.body, OUTBOUND_LIMITS[upload.kind ?? 'document']);
  let file = received;
  try {
    if (file.size === 0) throw new Fault('invalid_input', 'the file is empty');
    const fileName = cleanFileName(upload.fileName) ?? null;
    const sniffed = await sniff(file.path);
    const heard = await hear(file, sniffed, upload);
    file = heard.file;
    const kind = upload.kind ?? kindFor(heard.mime, file.size);
    checkKind(kind, heard.mime, fileName, upload);
    const maxBytes = OUTBOUND_LIMITS[kind];
    if (file.size > maxBytes)
      throw new Fault('too_large', `as ${kind} at most ${maxBytes} bytes go out`, { kind, maxBytes });
    const key = contentKey(ctx.workspaceId, file.sha256);
    await storage.keep(key, file);
    const declared = upload.declaredMime?.replace(/[^\x20-\x7e]/g, '').slice(0, 200) ?? null;
    const row = [
      ctx.workspaceId,
      ctx.ids.uuid(),
      kind,
      declared,
      heard.mime,
      file.size,
      file.sha256,
      fileName,
      key,
      ctx.clock.now(),
      heard.voice,
    ];
    const [media] = await workspaceStatement<Media>(ctx, insertUpload, row);
    if (media === undefined) throw new Fault('internal', 'an insert returned no row');
    return media;
  } finally {
    await dropFile(file);
    await dropFile(received);
  }
}

/** A recording becomes a voice note; WebM with nothing but sound becomes what WhatsApp plays, asked for or not. */
async function hear(file: LocalFile, mime: string, upload: Upload): Promise<VoiceNote> {
  const recorded = upload.voice === true || mime.endsWith('/webm');
  if (!recorded || file.size > OUTBOUND_LIMITS.audio) return { file, mime, voice: false };
  const note = await asVoiceNote(file, mime);
  return { ...note, voice: note.voice && upload.voice === true };
}

/** A photo or film too large to be shown as one still goes: as a document. */
function kindFor(mime: string, size: number): MediaKind {
  const kind = mime === 'image/webp' ? 'sticker' : kindOfMime(mime);
  return size > OUTBOUND_LIMITS[kind] ? 'document' : kind;
}

function checkKind(kind: MediaKind, mime: string, fileName: string | null, upload: Upload): void {
  if (upload.toSend !== true) return;
  const taken = kind === 'document' ? providerMime(mime, fileName) !== undefined : UPLOAD_MIMES[kind].includes(mime);
  const voiceless = upload.voice === true && !mime.startsWith('audio/');
  if (taken && !voiceless) return;
  throw new Fault('wrong_file', `WhatsApp takes no ${mime} as ${upload.voice ? 'a voice note' : kind}`, { kind, mime });
}
