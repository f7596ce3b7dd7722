import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { getTeam } from './get-team.ts';
import { archive } from './rows.ts';

/** Takes no tickets any more. False when it was archived already. */
export async function archiveTeam(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<boolean> {
  await getTeam(ctx, tx, id);
  const changed = await tx.run(archive, [ctx.workspaceId, id, ctx.clock.now()]);
  if (changed > 0) await record(tx, ctx, [{ type: 'team.archived', data: { teamId: id } }]);
  return changed > 0;
}
