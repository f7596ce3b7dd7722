import { conveyorStatement, type DbCtx, sql } from '@balcao/db';
import { Fault, isUuid } from '@balcao/kernel';
import { workspaceColumns } from './rows.ts';
import type { Workspace } from './types.ts';

// Indexes: workspaces_pkey, workspaces_slug_key.
const byId = sql('workspaces/find-by-id', `select ${workspaceColumns} from workspaces where id = $1`);
const bySlug = sql('workspaces/find-by-slug', `select ${workspaceColumns} from workspaces where slug = $1`);

/** For the operator's own commands: a workspace by id or slug. */
export async function findWorkspace(ctx: DbCtx, idOrSlug: string): Promise<Workspace> {
  const [found] = await conveyorStatement<Workspace>(ctx, isUuid(idOrSlug) ? byId : bySlug, [idOrSlug]);
  if (found === undefined) throw new Fault('not_found', `there is no workspace "${idOrSlug}"`);
  return found;
}
