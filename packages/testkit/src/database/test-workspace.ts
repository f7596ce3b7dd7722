import { createWorkspace } from '@balcao/core/workspaces';
import { type DbCtx, inWorkspace, type WorkspaceCtx } from '@balcao/db';

/** A workspace of its own for this test. */
export async function testWorkspace(ctx: DbCtx): Promise<WorkspaceCtx> {
  const { id } = await createWorkspace(ctx, { name: 'Loja de teste' });
  return inWorkspace(ctx, id);
}
