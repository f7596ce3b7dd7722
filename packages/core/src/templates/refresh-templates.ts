import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { toFault } from '@balcao/kernel';
import { record } from '../ledger/index.ts';
import { keepTemplates, markAsked } from './rows.ts';
import type { ToldTemplate } from './types.ts';

export interface Refreshed {
  readonly total: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly refreshedAt: Date;
}

/** Asks the provider for all templates of an account and keeps them. Throws what asking throws, and remembers that it did. */
export async function refreshTemplates(
  ctx: WorkspaceCtx,
  wabaId: string,
  ask: () => Promise<readonly ToldTemplate[]>,
): Promise<Refreshed> {
  const now = ctx.clock.now();
  let told: readonly ToldTemplate[];
  try {
    told = await ask();
  } catch (error) {
    const { code } = toFault(error);
    await withWorkspace(ctx, (tx) => tx.run(markAsked, [ctx.workspaceId, wabaId, now, null, code]));
    throw error;
  }
  const rows = wholeOnes(ctx, told);
  return await withWorkspace(ctx, async (tx) => {
    type Counts = Pick<Refreshed, 'added' | 'changed' | 'removed'>;
    const counts = await tx.one<Counts>(keepTemplates, [ctx.workspaceId, wabaId, JSON.stringify(rows), now]);
    await tx.run(markAsked, [ctx.workspaceId, wabaId, now, now, null]);
    const { added = 0, changed = 0, removed = 0 } = counts ?? {};
    if (added + changed + removed > 0)
      await record(tx, ctx, [{ type: 'template.refreshed', data: { wabaId, added, changed, removed } }]);
    return { total: rows.length, added, changed, removed, refreshedAt: now };
  });
}

/** Without an id, a name or a language it is no template; the same one on two pages is one. */
function wholeOnes(ctx: WorkspaceCtx, told: readonly ToldTemplate[]) {
  const byId = new Map<string, unknown>();
  for (const one of told) {
    if (one.id === undefined || one.name === undefined || one.language === undefined) continue;
    const { id: providerId, status = 'PENDING', components, ...rest } = one;
    byId.set(providerId, { ...rest, id: ctx.ids.uuid(), providerId, status, components: components ?? [] });
  }
  return [...byId.values()];
}
