import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { archiveArticle } from '../articles/publish-article.ts';
import { KNOWLEDGE_LIMITS } from '../limits.ts';
import { orderReading } from './order-reading.ts';
import { normaliseUrl } from './page-address.ts';
import type { Source } from './source.ts';
import {
  countSources,
  getSource as getOne,
  getSources,
  listSources as list,
  orderAgain,
  putPage,
  removeOne,
} from './source-rows.ts';

export async function getSource(tx: Tx, ctx: WorkspaceCtx, id: string): Promise<Source> {
  const found = await tx.one<Source>(getOne, [ctx.workspaceId, id]);
  if (found === undefined) throw new Fault('not_found', 'there is no such document or page');
  return found;
}

export const listSources = (
  tx: Tx,
  ctx: WorkspaceCtx,
  page: { readonly kind?: Source['kind'] | undefined; readonly before?: string | undefined; readonly limit: number },
): Promise<Source[]> => tx.rows<Source>(list, [ctx.workspaceId, page.kind ?? null, page.before ?? null, page.limit]);

export async function checkRoom(tx: Tx, ctx: WorkspaceCtx, more: number): Promise<void> {
  const { n } = (await tx.one<{ n: number }>(countSources, [ctx.workspaceId])) ?? { n: 0 };
  if (n + more > KNOWLEDGE_LIMITS.sources)
    throw new Fault('over_limit', `at most ${KNOWLEDGE_LIMITS.sources} documents and pages`, { have: n });
}

/** Each is read in the background; one that is known already is read again. */
export async function addPages(tx: Tx, ctx: WorkspaceCtx, urls: readonly string[]): Promise<Source[]> {
  const wrong: { path: string; problem: string }[] = [];
  const asked = new Set<string>();
  for (const [n, url] of urls.entries()) {
    const normal = normaliseUrl(url);
    if (normal === undefined) wrong.push({ path: `urls.${n}`, problem: 'is no address of a web page' });
    else asked.add(normal);
  }
  if (wrong.length > 0) throw new Fault('invalid_input', 'an address is none of a web page', { issues: wrong });
  await checkRoom(tx, ctx, asked.size);
  const { kind, id: actorId = null } = ctx.actor;
  const orders: { id: string; reading: number; url: string }[] = [];
  // In the order of the alphabet: two who add the same pages wait for each other and not both at once.
  for (const url of [...asked].sort()) {
    const row = [ctx.workspaceId, ctx.ids.uuid(), url, kind, actorId, ctx.clock.now()];
    const put = await tx.one<{ id: string; reading: number }>(putPage, row);
    if (put !== undefined) orders.push({ ...put, url });
  }
  await orderReading(tx, ctx, orders);
  const ids = orders.map(({ id }) => id);
  await record(tx, ctx, [{ type: 'knowledge.pages_added', data: { sourceIds: ids } }]);
  return await tx.rows<Source>(getSources, [ctx.workspaceId, ids]);
}

export async function rereadSource(tx: Tx, ctx: WorkspaceCtx, id: string): Promise<Source> {
  const ordered = await tx.one<{ id: string; reading: number }>(orderAgain, [ctx.workspaceId, id]);
  if (ordered === undefined) throw new Fault('not_found', 'there is no such document or page');
  const source = await getSource(tx, ctx, id);
  await orderReading(tx, ctx, [{ ...ordered, url: source.url }]);
  await record(tx, ctx, [{ type: 'knowledge.reread', data: { sourceId: id } }]);
  return source;
}

/** False when it was gone already. Its article is archived: what was answered from it can still be looked up. */
export async function removeSource(tx: Tx, ctx: WorkspaceCtx, id: string): Promise<boolean> {
  const source = await tx.one<Source>(getOne, [ctx.workspaceId, id]);
  if (source === undefined) return false;
  if ((await tx.run(removeOne, [ctx.workspaceId, id, ctx.clock.now()])) === 0) return false;
  if (source.articleId !== null) await archiveArticle(tx, ctx, source.articleId);
  await record(tx, ctx, [{ type: 'knowledge.source_removed', data: { sourceId: id } }]);
  return true;
}
