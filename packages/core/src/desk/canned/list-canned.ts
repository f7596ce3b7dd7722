import type { Tx, WorkspaceCtx } from '@balcao/db';
import type { Keeper } from '../keeper.ts';
import type { Canned } from './canned.ts';
import { listCanned as list } from './rows.ts';

/** What they may use: their own first, then the shared ones. `all`: the shared ones of every department. */
export function listCanned(
  ctx: WorkspaceCtx,
  tx: Tx,
  keeper: Keeper,
  filter: { readonly q?: string | undefined; readonly all?: boolean },
): Promise<Canned[]> {
  const departments = keeper.sees === 'all' || (filter.all === true && keeper.mayShare) ? null : keeper.sees;
  const q = filter.q?.trim().replace(/^\//, '').toLowerCase() || null;
  return tx.rows<Canned>(list, [ctx.workspaceId, keeper.memberId, departments, q]);
}
