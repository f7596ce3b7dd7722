import type { Readable } from 'node:stream';
import { type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { cleanFileName } from './file-name.ts';
import { kindOfMime, type MediaKind, OUTBOUND_LIMITS } from './kinds.ts';
import type { Media } from './media.ts';
import { dropFile, receiveFile } from './receive-file.ts';
import { insertUpload } from './rows.ts';
import { sniff } from './sniff.ts';
import { contentKey, type Storage } from './storage/storage.ts';

export interface Upload {
  readonly body: Readable;
  readonly fileName?: string | undefined;
  readonly declaredMime?: string | undefined;
  /** Absent: by its content, as WhatsApp would show it. */
  readonly kind?: MediaKind | undefined;
}

/** A file that is to go out. Throws Fault('too_large' | 'invalid_input' | 'unavailable'). */
export async function storeUpload(ctx: WorkspaceCtx, storage: Storage, upload: Upload): Promise<Media> {
  const file = await receiveFile(ctx, storage, upload.body, OUTBOUND_LIMITS[upload.kind ?? 'document']);
  try {
    if (file.size === 0) throw new Fault('invalid_input', 'the file is empty');
    const mime = await sniff(file.path);
    const kind = upload.kind ?? kindOfMime(mime);
    const maxBytes = OUTBOUND_LIMITS[kind];
    if (file.size > maxBytes)
      throw new Fault('too_large', `as ${kind} at most ${maxBytes} bytes go out`, { kind, maxBytes });
    const key = contentKey(ctx.workspaceId, file.sha256);
    await storage.keep(key, file);
    const fileName = cleanFileName(upload.fileName) ?? null;
    const declared = upload.declaredMime?.replace(/[^\x20-\x7e]/g, '').slice(0, 200) ?? null;
    const row = [
      ctx.workspaceId,
      ctx.ids.uuid(),
      kind,
      declared,
      mime,
      file.size,
      file.sha256,
      fileName,
      key,
      ctx.clock.now(),
    ];
    const [media] = await workspaceStatement<Media>(ctx, insertUpload, row);
    if (media === undefined) throw new Fault('internal', 'an insert returned no row');
    return media;
  } finally {
    await dropFile(file);
  }
}
