import { type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { type MediaKind, providerMime } from '../kinds.ts';
import type { Storage } from '../storage/storage.ts';
import { fileToSend, keepUploaded } from './rows.ts';

/** Meta keeps a file of ours for 30 days; a day less is surely there. */
const KEPT_MS = 29 * 86_400_000;

interface FileToSend {
  readonly mime: string;
  readonly size: number;
  readonly fileName: string | null;
  readonly kind: MediaKind;
  readonly voice: boolean;
  readonly storageKey: string;
  readonly providerMediaId: string | null;
}

/** Gives a file to a number's provider. */
export type UploadFile = (file: { bytes: Buffer; mime: string; fileName: string }) => Promise<{ id: string }>;

/**
 * The provider's own id of a file of ours, on one number: uploaded when it is not there yet. Two at once upload twice, which harms
 * nobody. Throws Fault('not_found' | 'wrong_file') for what can never go, and what `upload` throws.
 */
export async function providerIdOf(
  ctx: WorkspaceCtx,
  storage: Storage,
  asked: { readonly mediaId: string; readonly channelId: string },
  upload: UploadFile,
): Promise<string> {
  const { mediaId, channelId } = asked;
  const now = ctx.clock.now();
  const [file] = await workspaceStatement<FileToSend>(ctx, fileToSend, [ctx.workspaceId, mediaId, channelId, now]);
  if (file === undefined) throw new Fault('not_found', `there is no file "${mediaId}" to send`);
  if (file.providerMediaId !== null) return file.providerMediaId;
  const known = providerMime(file.mime, file.fileName);
  if (known === undefined) throw new Fault('wrong_file', `WhatsApp takes no ${file.mime}`, { mime: file.mime });
  const mime = known === 'audio/ogg' ? 'audio/ogg; codecs=opus' : known;
  const bytes = await readWhole(storage, file);
  const { id } = await upload({ bytes, mime, fileName: file.fileName ?? `${file.kind}-${mediaId.slice(-8)}` });
  const expires = new Date(now.getTime() + KEPT_MS);
  await workspaceStatement(ctx, keepUploaded, [ctx.workspaceId, mediaId, channelId, id, expires]);
  return id;
}

async function readWhole(storage: Storage, file: FileToSend): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await storage.open(file.storageKey, 0, file.size - 1))
    parts.push(Buffer.from(part as Buffer)); // opened without an encoding
  return Buffer.concat(parts);
}
