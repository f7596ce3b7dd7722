import type { WorkspaceSettings } from '@balcao/contract';
import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../ledger/index.ts';
import { workspaceColumns } from './rows.ts';
import type { Workspace } from './types.ts';

export interface UpdateWorkspaceInput {
  readonly name?: string | undefined;
  /** What is not named stays as it is. */
  readonly settings?: { readonly [K in keyof WorkspaceSettings]?: WorkspaceSettings[K] | undefined } | undefined;
}

// One statement: two people who change different settings at once both have their way.
const update = sql(
  'workspaces/update',
  `update workspaces set name = coalesce($2, name), settings = settings || $3::jsonb, updated_at = $4 where id = $1
   returning ${workspaceColumns}`,
);

export async function updateWorkspace(tx: Tx, ctx: WorkspaceCtx, input: UpdateWorkspaceInput): Promise<Workspace> {
  const settings = JSON.stringify(input.settings ?? {});
  const row = [ctx.workspaceId, input.name ?? null, settings, ctx.clock.now()];
  const workspace = await tx.one<Workspace>(update, row);
  if (workspace === undefined) throw new Fault('not_found', 'the workspace is gone');
  const changed = [...(input.name === undefined ? [] : ['name']), ...Object.keys(JSON.parse(settings) as object)];
  if (changed.length > 0) await record(tx, ctx, [{ type: 'workspace.updated', data: { changed } }]);
  return workspace;
}
