import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { oneView } from './rows.ts';
import type { SavedView } from './types.ts';

export async function getView(ctx: WorkspaceCtx, tx: Tx, memberId: string | null, id: string): Promise<SavedView> {
  const found = await tx.one<SavedView>(oneView, [ctx.workspaceId, id, memberId]);
  if (found === undefined) throw new Fault('not_found', `there is no view "${id}"`);
  return found;
}
