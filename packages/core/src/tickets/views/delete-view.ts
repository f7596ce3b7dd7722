import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { getView } from './get-view.ts';
import { dropView } from './rows.ts';
import type { ViewKeeper } from './types.ts';

export async function deleteView(ctx: WorkspaceCtx, tx: Tx, keeper: ViewKeeper, id: string): Promise<void> {
  const found = await getView(ctx, tx, keeper.memberId, id);
  if (found.shared && !keeper.maySaveShared)
    throw new Fault('forbidden', 'a view that all share needs the scope desk:write', { scope: 'desk:write' });
  await tx.run(dropView, [ctx.workspaceId, id]);
  await record(tx, ctx, [{ type: 'view.deleted', data: { viewId: id, shared: found.shared } }]);
}
