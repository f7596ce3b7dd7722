import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { publishArticle } from '../articles/publish-article.ts';
import { saveArticle } from '../articles/save-article.ts';
import type { SampleArticle } from './bakery.ts';

/** Returns the key of each article by its id. */
export async function publishAll(ctx: WorkspaceCtx, articles: readonly SampleArticle[]): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  await withWorkspace(ctx, async (tx) => {
    for (const { key, ...one } of articles) {
      const { id } = await saveArticle(tx, ctx, one);
      await publishArticle(tx, ctx, id);
      keys.set(id, key);
    }
  });
  return keys;
}
