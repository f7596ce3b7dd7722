import { createHash } from 'node:crypto';
import { type DbCtx, inWorkspace, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { findMedia, type Storage } from '../../media/index.ts';
import { publishArticle } from '../articles/publish-article.ts';
import { getArticle } from '../articles/read-articles.ts';
import { saveArticle } from '../articles/save-article.ts';
import { cutText } from '../live/cut-text.ts';
import type { Read } from '../reading/inside/read-html.ts';
import { type ReadingProblem, Unreadable } from '../reading/problems.ts';
import { readApart } from '../reading/read-apart.ts';
import { fetchPage } from './fetch-page.ts';
import type { Source } from './source.ts';
import { beginReading, endReading, failReading, lockReading, setProgress } from './source-rows.ts';

export interface ReadingOrder {
  readonly workspaceId: string;
  readonly sourceId: string;
  readonly reading: number;
}

export interface ReadingAttempt {
  readonly signal: AbortSignal;
  readonly lastAttempt: boolean;
}

/**
 * Reads a document or page and publishes what it says, when that is not what it said before. What cannot be read is told in its row;
 * it throws only when another attempt makes sense.
 */
export async function readSource(
  base: DbCtx,
  storage: Storage,
  order: ReadingOrder,
  attempt: ReadingAttempt,
): Promise<void> {
  const plain = inWorkspace(base, order.workspaceId);
  const keys = [order.workspaceId, order.sourceId, order.reading];
  const source = await withWorkspace(plain, (tx) => tx.one<Source>(beginReading, keys));
  if (source === undefined) return; // removed, or ordered anew
  const { actorKind: kind, actorId } = source;
  const ctx = { ...plain, actor: actorId === null ? { kind } : { kind, id: actorId } };
  try {
    await read(ctx, storage, source, attempt.signal);
  } catch (error) {
    const problem = problemOf(error, attempt);
    if (problem === undefined) throw error;
    await withWorkspace(ctx, async (tx) => {
      if ((await tx.run(failReading, [...keys, problem])) === 0) return;
      await record(tx, ctx, [{ type: 'knowledge.read_failed', data: { sourceId: source.id, problem } }]);
    });
  }
}

/** Undefined: it is to be tried again. */
function problemOf(error: unknown, { signal, lastAttempt }: ReadingAttempt): ReadingProblem | undefined {
  if (error instanceof Unreadable) return error.problem;
  if (error instanceof Fault && error.code === 'over_limit') return 'no_room';
  if (error instanceof Fault && error.code === 'not_found') return 'file_gone';
  if (!lastAttempt || signal.aborted) return undefined;
  return error instanceof Fault && error.code === 'unavailable' ? 'storage' : 'damaged';
}

interface Found {
  readonly read: Read;
  readonly size: number;
  readonly etag: string | null;
  readonly modified: string | null;
}

async function read(ctx: WorkspaceCtx, storage: Storage, source: Source, signal: AbortSignal): Promise<void> {
  const found =
    source.url === null
      ? await readDocument(ctx, storage, source, signal)
      : await readPage(ctx, source, source.url, signal);
  const keys = [ctx.workspaceId, source.id, source.reading];
  if (found === 'same') {
    const { etag, modified } = source;
    const end = [...keys, null, null, null, null, etag, modified, ctx.clock.now()];
    await withWorkspace(ctx, (tx) => tx.run(endReading, end));
    return;
  }
  await withWorkspace(ctx, (tx) => tx.run(setProgress, [...keys, 80]));
  await keep(ctx, source, found);
}

async function readDocument(ctx: WorkspaceCtx, storage: Storage, source: Source, signal: AbortSignal): Promise<Found> {
  const media = source.mediaId === null ? undefined : (await findMedia(ctx, [source.mediaId])).get(source.mediaId);
  if (media?.storageKey == null || media.size === null) throw new Unreadable('file_gone');
  const parts: Buffer[] = [];
  for await (const part of await storage.open(media.storageKey, 0, media.size - 1)) parts.push(part as Buffer); // a file is bytes
  const read = await readApart(
    { bytes: Buffer.concat(parts), mime: media.mime, fileName: media.fileName, page: false },
    signal,
  );
  return { read, size: media.size, etag: null, modified: null };
}

async function readPage(ctx: WorkspaceCtx, source: Source, url: string, signal: AbortSignal): Promise<Found | 'same'> {
  const page = await fetchPage(ctx, { ...source, url }, signal);
  if (page === 'same') return 'same';
  const { bytes, charset, etag, modified } = page;
  await withWorkspace(ctx, (tx) => tx.run(setProgress, [ctx.workspaceId, source.id, source.reading, 40]));
  const read = await readApart({ bytes, mime: 'text/html', fileName: null, charset, page: true }, signal);
  return { read, size: bytes.length, etag, modified };
}

/** One transaction: the article, what is live of it, and the source that says so. */
async function keep(ctx: WorkspaceCtx, before: Source, { read, size, etag, modified }: Found): Promise<void> {
  const keys = [ctx.workspaceId, before.id, before.reading];
  const hash = createHash('sha256')
    .update(`${read.title ?? ''}\n${read.text}`)
    .digest('hex');
  await withWorkspace(ctx, async (tx) => {
    const source = await tx.one<Source>(lockReading, keys);
    if (source === undefined) return; // removed meanwhile, or ordered anew
    const name = source.kind === 'page' ? (read.title ?? null) : null;
    const now = ctx.clock.now();
    if (hash === source.contentHash && source.articleId !== null) {
      await tx.run(endReading, [...keys, name, size, null, null, etag, modified, now]);
      return;
    }
    const title = titleOf(source, read);
    const known = source.articleId === null ? undefined : await getArticle(tx, ctx, source.articleId);
    const saved = await saveArticle(tx, ctx, {
      ...{ id: known?.id, kind: source.kind, title, questions: known?.questions ?? [], body: read.text },
      ...(source.url === null ? {} : { url: source.url }),
      sourceId: source.id,
    });
    // Somebody who archived it did not want it answered from.
    if (known?.state !== 'archived') await publishArticle(tx, ctx, saved.id);
    await tx.run(endReading, [...keys, name, size, cutText(read.text).length, hash, etag, modified, now]);
    await record(tx, ctx, [{ type: 'knowledge.read', data: { sourceId: source.id, articleId: saved.id } }]);
  });
}

function titleOf(source: Source, { title }: Read): string {
  const name =
    source.kind === 'page' ? source.name : source.name.replace(/\.[A-Za-z0-9]{2,5}$/, '').replace(/[_]+/g, ' ');
  return (title ?? name).slice(0, 200).toWellFormed();
}
