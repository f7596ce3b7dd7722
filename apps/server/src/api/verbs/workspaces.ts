import { readWorkspaceSettings } from '@balcao/contract';
import { getWorkspace, updateWorkspace, type Workspace } from '@balcao/core/workspaces';
import { time } from './present.ts';
import type { Verbs } from './verb.ts';

const present = ({ id, slug, name, settings, createdAt }: Workspace) => ({
  id,
  slug,
  name,
  settings: readWorkspaceSettings(settings),
  createdAt: time(createdAt),
});

export const workspaceVerbs: Pick<Verbs, 'workspaces.get' | 'workspaces.update'> = {
  'workspaces.get': async (_caller, tx) => present(await getWorkspace(tx)),
  'workspaces.update': async ({ ctx }, tx, input) => present(await updateWorkspace(tx, ctx, input)),
};
