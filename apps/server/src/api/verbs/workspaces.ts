import { getWorkspace } from '@balcao/core/workspaces';
import { time } from './present.ts';
import type { Verbs } from './verb.ts';

export const workspaceVerbs: Pick<Verbs, 'workspaces.get'> = {
  'workspaces.get': async (_caller, tx) => {
    const { id, slug, name, createdAt } = await getWorkspace(tx);
    return { id, slug, name, createdAt: time(createdAt) };
  },
};
