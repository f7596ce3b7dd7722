import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { getTag } from './get-tag.ts';
import { archive } from './rows.ts';

/** Stays where it is and is offered no more. False when it was archived already. */
export async function archiveTag(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<boolean> {
  await getTag(ctx, tx, id);
  const changed = await tx.run(archive, [ctx.workspaceId, id, ctx.clock.now()]);
  if (changed > 0) await record(tx, ctx, [{ type: 'tag.archived', data: { tagId: id } }]);
  return changed > 0;
}
