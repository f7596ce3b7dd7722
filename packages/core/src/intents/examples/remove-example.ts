import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { noteChange } from '../learning/note-change.ts';
import { removeExample as remove } from '../rows.ts';

/** False when it was gone already. */
export async function removeExample(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.one<{ key: string }>(remove, [ctx.workspaceId, id]);
  if (gone === undefined) return false;
  await noteChange(ctx, tx);
  await record(tx, ctx, [{ type: 'intent.unlearned', data: { key: gone.key, exampleId: id } }]);
  return true;
}
