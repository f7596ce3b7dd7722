import { deleteView, listViews, type SavedView, saveView, type ViewKeeper } from '@balcao/core/tickets';
import type { Caller } from '../../api-parts.ts';
import type { Verbs } from '../verb.ts';

const keeperOf = ({ by, scopes }: Caller): ViewKeeper => ({
  memberId: by.kind === 'member' ? by.id : null,
  maySaveShared: scopes.includes('desk:write'),
});

function present({ memberId, ...shown }: SavedView, keeper: ViewKeeper) {
  const own = memberId !== null && memberId === keeper.memberId;
  return { ...shown, mine: shown.shared ? keeper.maySaveShared : own };
}

export const viewVerbs: Pick<Verbs, 'views.list' | 'views.save' | 'views.delete'> = {
  'views.list': async (caller, tx) => {
    const keeper = keeperOf(caller);
    const views = await listViews(caller.ctx, tx, keeper.memberId);
    return { views: views.map((view) => present(view, keeper)), next: null };
  },
  'views.save': async (caller, tx, input) => {
    const keeper = keeperOf(caller);
    return { view: present(await saveView(caller.ctx, tx, keeper, input), keeper) };
  },
  'views.delete': async (caller, tx, { viewId }) => {
    await deleteView(caller.ctx, tx, keeperOf(caller), viewId);
    return { deleted: true };
  },
};
