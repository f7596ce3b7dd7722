import type { Readable } from 'node:stream';
import { type DbCtx, inWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { findMedia } from '../find-media.ts';
import { verifyLink } from '../links/verify-link.ts';
import type { Storage } from '../storage/storage.ts';
import { readRange } from './read-range.ts';
import { safeHeaders } from './safe-headers.ts';

export interface ServeRequest {
  readonly method?: 'GET' | 'HEAD';
  /** The request's headers, as they came. */
  readonly range?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  /** Sends it as a download, whatever it is. */
  readonly download?: boolean;
}

export interface ServedMedia {
  readonly status: 200 | 206 | 304 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent on HEAD, 304 and 416. Must be read to its end or destroyed. */
  readonly body?: Readable;
}

/** Throws Fault('forbidden' | 'not_found' | 'unavailable'); everything else is an answer to send as it is. */
export async function openForServing(
  ctx: DbCtx,
  storage: Storage,
  token: string,
  request: ServeRequest = {},
): Promise<ServedMedia> {
  const { workspaceId, mediaId } = verifyLink(ctx, token);
  const media = (await findMedia(inWorkspace(ctx, workspaceId), [mediaId])).get(mediaId);
  if (media?.state !== 'stored' || media.storageKey === null || media.size === null)
    throw new Fault('not_found', 'there is no such file');
  const { size } = media;
  const headers = safeHeaders(media, request.download === true);
  if (matches(request.ifNoneMatch, headers.etag)) return { status: 304, headers };

  const range = readRange(request.range, size);
  if (range === 'unsatisfiable')
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}`, 'content-length': '0' } };
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const answer = {
    status: range === undefined ? (200 as const) : (206 as const),
    headers: {
      ...headers,
      'content-length': String(end - start + 1),
      ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }),
    },
  };
  if (request.method === 'HEAD') return answer;
  return { ...answer, body: await storage.open(media.storageKey, start, end) };
}

function matches(ifNoneMatch: string | undefined, etag: string | undefined): boolean {
  if (ifNoneMatch === undefined || etag === undefined) return false;
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
}
