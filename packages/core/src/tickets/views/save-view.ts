import type { ViewFilter } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { getView } from './get-view.ts';
import { changeView, countViews, insertView } from './rows.ts';
import type { SavedView, ViewKeeper } from './types.ts';

export interface ViewToSave {
  readonly viewId?: string | undefined;
  readonly name: string;
  readonly shared: boolean;
  readonly filter: ViewFilter;
}

const VIEWS_OF_ONE = 100;

/** A new view, or a change of one's own. What all share needs the right to keep the desk, before and after the change. */
export async function saveView(ctx: WorkspaceCtx, tx: Tx, keeper: ViewKeeper, input: ViewToSave): Promise<SavedView> {
  const { memberId } = keeper;
  const found = input.viewId === undefined ? undefined : await getView(ctx, tx, memberId, input.viewId);
  if ((input.shared || found?.shared === true) && !keeper.maySaveShared)
    throw new Fault('forbidden', 'a view that all share needs the scope desk:write', { scope: 'desk:write' });
  if (!input.shared && memberId === null) throw new Fault('invalid_input', 'an API key saves views that all share');
  const id = found?.id ?? ctx.ids.uuid();
  const now = ctx.clock.now();
  const filter = JSON.stringify(input.filter);
  if (found === undefined) {
    const counted = await tx.one<{ n: number }>(countViews, [ctx.workspaceId, memberId]);
    if ((counted?.n ?? 0) >= VIEWS_OF_ONE) throw new Fault('over_limit', `one person keeps ${VIEWS_OF_ONE} views`);
    await tx.run(insertView, [ctx.workspaceId, id, memberId, input.shared, input.name, filter, now]);
  } else await tx.run(changeView, [ctx.workspaceId, id, input.shared, input.name, filter, now]);
  await record(tx, ctx, [{ type: 'view.saved', data: { viewId: id, shared: input.shared } }]);
  return await getView(ctx, tx, memberId, id);
}
