import type { Tx, WorkspaceCtx } from '@balcao/db';
import { type Actor, Fault } from '@balcao/kernel';
import type { Article, ArticleKind, ArticleState } from '../types.ts';
import { fold } from '../words/fold.ts';
import { getVersion, listSome, listVersions as listVersionRows, getArticle as one } from './article-rows.ts';
import { saveArticle } from './save-article.ts';

export interface ArticleVersion {
  readonly version: number;
  readonly title: string;
  readonly questions: readonly string[];
  readonly body: string;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly at: Date;
}

export interface ArticleFilter {
  readonly kind?: ArticleKind | undefined;
  readonly state?: ArticleState | undefined;
  readonly q?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

export async function getArticle(tx: Tx, ctx: WorkspaceCtx, id: string): Promise<Article> {
  const found = await tx.one<Article>(one, [ctx.workspaceId, id]);
  if (found === undefined) throw new Fault('not_found', 'there is no such article');
  return found;
}

/** With the beginning of each text only. */
export function listArticles(tx: Tx, ctx: WorkspaceCtx, filter: ArticleFilter): Promise<Article[]> {
  const { kind = null, state = null, q = '', before = null, limit } = filter;
  const typed = fold(q).trim() || null;
  return tx.rows<Article>(listSome, [ctx.workspaceId, kind, state, before, typed, limit]);
}

export async function listVersions(
  tx: Tx,
  ctx: WorkspaceCtx,
  asked: { readonly articleId: string; readonly before?: number | undefined; readonly limit: number },
): Promise<{ article: Article; versions: ArticleVersion[] }> {
  const article = await getArticle(tx, ctx, asked.articleId);
  const page = [ctx.workspaceId, article.id, asked.before ?? article.version + 1, asked.limit];
  return { article, versions: await tx.rows<ArticleVersion>(listVersionRows, page) };
}

/** The older version becomes the newest one; what is live stays until it is published. */
export async function restoreVersion(tx: Tx, ctx: WorkspaceCtx, articleId: string, version: number): Promise<Article> {
  const { kind, language } = await getArticle(tx, ctx, articleId);
  const old = await tx.one<ArticleVersion>(getVersion, [ctx.workspaceId, articleId, version]);
  if (old === undefined) throw new Fault('not_found', 'there is no such version any more');
  if (kind === 'document' || kind === 'page')
    throw new Fault('wrong_status', 'what was read from a file or page is read again instead', { kind });
  const { title, questions, body } = old;
  return await saveArticle(tx, ctx, { id: articleId, kind, title, questions, body, language });
}
