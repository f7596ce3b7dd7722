import { addAbortSignal } from 'node:stream';
import { type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault, HttpError } from '@balcao/kernel';
import { findMedia } from '../find-media.ts';
import { INBOUND_LIMITS } from '../kinds.ts';
import type { Media } from '../media.ts';
import { dropFile, receiveFile } from '../receive-file.ts';
import { markLost, markStored, markTried } from '../rows.ts';
import type { MediaReason } from '../sentences.ts';
import { sniff } from '../sniff.ts';
import { contentKey, type LocalFile, type Storage } from '../storage/storage.ts';
import { readSha256 } from './content-hash.ts';
import type { MediaSource } from './media-source.ts';

/** A webhook's media id lives so long. */
const LIFETIME_MS = 7 * 24 * 3_600_000;
/** "It is gone" and "the hash differs" are believed when said so often. */
const CONVINCED = 3;

export interface FetchParts {
  readonly source: MediaSource;
  readonly storage: Storage;
  /** Told in the same transaction when a file is stored, failed or expired: the ledger's entry is written here. */
  readonly settled?: (tx: Tx, ctx: WorkspaceCtx, media: Media) => Promise<void>;
}

export interface FetchAttempt {
  readonly attempt: number;
  readonly lastAttempt: boolean;
  readonly signal: AbortSignal;
}

/** One attempt. Returns the file's row as it is then; throws when there is to be another attempt. */
export async function fetchInbound(
  ctx: WorkspaceCtx,
  parts: FetchParts,
  mediaId: string,
  attempt: FetchAttempt,
): Promise<Media | undefined> {
  const media = (await findMedia(ctx, [mediaId])).get(mediaId);
  if (media === undefined || media.channelId === null || media.providerMediaId === null || !isWanted(media))
    return media;
  try {
    if (isTooOld(ctx, media)) throw new Lost('expired', 'expired');
    const file = await receive(ctx, parts, media, attempt);
    return await store(ctx, parts, media, file, attempt);
  } catch (error) {
    const verdict = judge(ctx, media, error, attempt);
    const tried = [ctx.workspaceId, media.id];
    const detail = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
    if (verdict.state === 'pending') {
      await withWorkspace(ctx, (tx) => tx.run(markTried, [...tried, verdict.reason, detail, attempt.attempt]));
      throw error;
    }
    const lost = await settle(ctx, parts, markLost, [...tried, verdict.state, verdict.reason, detail, attempt.attempt]);
    // Not the file's fault: left as a dead letter too, so that it can be fetched once the cause is mended.
    if (isRetryable(verdict.reason)) throw error;
    return lost ?? media;
  }
}

class Lost extends Error {
  readonly state: 'failed' | 'expired';
  readonly reason: MediaReason;
  constructor(state: 'failed' | 'expired', reason: MediaReason) {
    super(reason);
    this.state = state;
    this.reason = reason;
  }
}

const isRetryable = (reason: MediaReason) =>
  reason === 'unreachable' || reason === 'incomplete' || reason === 'storage';
const isWanted = (media: Media) =>
  media.state === 'pending' || (media.state === 'failed' && media.reason !== null && isRetryable(media.reason));
const isTooOld = (ctx: WorkspaceCtx, media: Media) =>
  ctx.clock.now().getTime() - media.createdAt.getTime() > LIFETIME_MS;

async function receive(ctx: WorkspaceCtx, parts: FetchParts, media: Media, attempt: FetchAttempt): Promise<LocalFile> {
  const maxBytes = INBOUND_LIMITS[media.kind];
  const { channelId, providerMediaId } = media as Media & { channelId: string; providerMediaId: string }; // checked by the caller
  const opened = await parts.source.open(ctx, channelId, providerMediaId, { maxBytes, signal: attempt.signal });
  if (opened.size !== undefined && opened.size > maxBytes) {
    opened.body.destroy();
    throw new Fault('too_large', `the file is said to have ${opened.size} bytes`, { maxBytes });
  }
  addAbortSignal(attempt.signal, opened.body);
  const file = await receiveFile(ctx, parts.storage, opened.body, maxBytes);
  if (file.size === 0 || (opened.size !== undefined && opened.size !== file.size)) {
    await dropFile(file);
    throw new Fault('provider_failed', `${file.size} bytes came`, { incomplete: true });
  }
  const promised = media.declaredSha256 ?? readSha256(opened.sha256);
  if (promised !== undefined && promised !== file.sha256 && attempt.attempt < CONVINCED) {
    await dropFile(file);
    throw new Fault('provider_failed', 'the hash is of another content', { incomplete: true });
  }
  return file;
}

async function store(
  ctx: WorkspaceCtx,
  parts: FetchParts,
  media: Media,
  file: LocalFile,
  attempt: FetchAttempt,
): Promise<Media> {
  const key = contentKey(ctx.workspaceId, file.sha256);
  try {
    const mime = await sniff(file.path);
    await parts.storage.keep(key, file);
    const matches = media.declaredSha256 === null ? null : media.declaredSha256 === file.sha256;
    if (matches === false)
      ctx.log.warn({ mediaId: media.id }, 'A file was kept whose hash is not the one the provider gave.');
    const row = [
      ctx.workspaceId,
      media.id,
      mime,
      file.size,
      file.sha256,
      key,
      matches,
      ctx.clock.now(),
      attempt.attempt,
    ];
    // Undefined: another worker was faster with the same content.
    return (await settle(ctx, parts, markStored, row)) ?? media;
  } finally {
    await dropFile(file);
  }
}

function settle(
  ctx: WorkspaceCtx,
  parts: FetchParts,
  statement: typeof markStored,
  params: readonly unknown[],
): Promise<Media | undefined> {
  return withWorkspace(ctx, async (tx) => {
    const row = await tx.one<Media>(statement, params);
    if (row !== undefined) await parts.settled?.(tx, ctx, row);
    return row;
  });
}

/** What a failed attempt means for the file. */
function judge(
  ctx: WorkspaceCtx,
  media: Media,
  error: unknown,
  attempt: FetchAttempt,
): { readonly state: 'pending' | 'failed' | 'expired'; readonly reason: MediaReason } {
  if (error instanceof Lost) return error;
  const code = error instanceof Fault ? error.code : 'internal';
  if (code === 'too_large' || (error instanceof HttpError && error.reason === 'too_large'))
    return { state: 'failed', reason: 'too_large' };
  if (code === 'not_found' && isTooOld(ctx, media)) return { state: 'expired', reason: 'expired' };
  if (code === 'not_found' && attempt.attempt >= CONVINCED) return { state: 'failed', reason: 'gone' };
  const state = attempt.lastAttempt ? 'failed' : 'pending';
  if (error instanceof Fault && error.data.incomplete === true) return { state, reason: 'incomplete' };
  return { state, reason: error instanceof Fault && error.data.storage === true ? 'storage' : 'unreachable' };
}
