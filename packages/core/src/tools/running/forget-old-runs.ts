import { conveyorStatement, type DbCtx, inWorkspace, sql, workspaceStatement } from '@balcao/db';

/** Longer than anybody asks for the same thing again under the same key; what they answered may be about a person. */
const KEPT_MS = 7 * 86_400_000;

const workspaces = sql('tools/all-workspaces', 'select id from workspaces');
// Index: bot_tool_runs_begun.
const forget = sql('tools/forget-runs', 'delete from bot_tool_runs where workspace_id = $1 and begun_at < $2');

/** Lets go of what tools answered days ago. */
export async function forgetOldRuns(ctx: DbCtx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - KEPT_MS);
  for (const { id } of await conveyorStatement<{ id: string }>(ctx, workspaces))
    await workspaceStatement(inWorkspace(ctx, id), forget, [id, before]);
}
