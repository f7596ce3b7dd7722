import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { goDark, goLive } from '../live/go-live.ts';
import type { Article } from '../types.ts';
import { orderEmbedding } from '../vectors/embed-job.ts';
import { archiveOne, publishOne } from './article-rows.ts';
import { lock } from './save-article.ts';

/** From the commit on customers are answered from its newest version. */
export async function publishArticle(tx: Tx, ctx: WorkspaceCtx, id: string): Promise<Article> {
  const article = await lock(tx, ctx, id);
  if (article.liveVersion === article.version) return article;
  const chunks = await goLive(tx, ctx, article, article.liveVersion !== null);
  const now = ctx.clock.now();
  await tx.run(publishOne, [ctx.workspaceId, id, now]);
  await orderEmbedding(tx, ctx);
  const { kind, version } = article;
  await record(tx, ctx, [{ type: 'article.published', data: { articleId: id, kind, version, chunks } }]);
  return { ...article, state: 'published', liveVersion: version, publishedAt: now, updatedAt: now };
}

/** Nobody is answered from it any more; publishing it brings it back. */
export async function archiveArticle(tx: Tx, ctx: WorkspaceCtx, id: string): Promise<Article> {
  const article = await lock(tx, ctx, id);
  if (article.state === 'archived') return article;
  if (article.liveVersion !== null) await goDark(tx, ctx, id);
  const now = ctx.clock.now();
  await tx.run(archiveOne, [ctx.workspaceId, id, now]);
  await record(tx, ctx, [{ type: 'article.archived', data: { articleId: id, kind: article.kind } }]);
  return { ...article, state: 'archived', liveVersion: null, updatedAt: now };
}
