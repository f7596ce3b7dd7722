import { getWorkspace } from '@balcao/core/workspaces';
import type { Verbs } from './index.ts';
import { time } from './present.ts';

export const workspaceVerbs: Pick<Verbs, 'workspaces.get'> = {
  'workspaces.get': async (_caller, tx) => {
    const { id, slug, name, createdAt } = await getWorkspace(tx);
    return { id, slug, name, createdAt: time(createdAt) };
  },
};
