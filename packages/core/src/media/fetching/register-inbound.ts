import type { Tx, WorkspaceCtx } from '@balcao/db';
import { enqueueMany } from '@balcao/jobs';
import { cleanFileName } from '../file-name.ts';
import { mediaKind } from '../kinds.ts';
import { insertInbound } from '../rows.ts';
import { readSha256 } from './content-hash.ts';
import { fetchMediaJob } from './fetch-media-job.ts';

export interface InboundMedia {
  readonly id: string;
  readonly channelId: string;
  readonly providerMediaId: string;
  /** The message's kind. */
  readonly kind: string;
  readonly mime?: string | undefined;
  readonly sha256?: string | undefined;
  readonly fileName?: string | undefined;
  readonly conversationId?: string | undefined;
  readonly messageId?: string | undefined;
}

/** In the transaction of the messages they belong to: two statements, however many files. */
export async function registerInbound(tx: Tx, ctx: WorkspaceCtx, files: readonly InboundMedia[]): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map((file) => ({
    id: file.id,
    channelId: file.channelId,
    providerMediaId: plain(file.providerMediaId, 500),
    conversationId: file.conversationId,
    messageId: file.messageId,
    kind: mediaKind(file.kind),
    declaredMime: file.mime === undefined ? undefined : plain(file.mime, 200),
    declaredSha256: readSha256(file.sha256),
    fileName: cleanFileName(file.fileName),
  }));
  await tx.run(insertInbound, [ctx.workspaceId, JSON.stringify(rows), ctx.clock.now()]);
  const entries = files.map(({ id }) => ({ payload: { mediaId: id } }));
  await enqueueMany(tx, ctx, fetchMediaJob, entries, { workspaceId: ctx.workspaceId });
}

/** A sender's text for a column of ours: no NUL, no half characters, not endless. */
function plain(text: string, length: number): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .slice(0, length)
    .toWellFormed();
}
