import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { OUTSIDE } from '../definitions.ts';
import { lockState, noteChange } from '../learning/note-change.ts';
import { archiveIntent as archive } from '../rows.ts';
import { findIntent } from './find-intent.ts';

/** Out of use, or back into it. False when it was so already. */
export async function archiveIntent(ctx: WorkspaceCtx, tx: Tx, key: string, archived: boolean): Promise<boolean> {
  if (key === OUTSIDE) throw new Fault('conflict', 'what is outside stays as it is', { key });
  await lockState(ctx, tx);
  const found = await findIntent(ctx, tx, key);
  if (found.archived === archived) return false;
  await tx.run(archive, [ctx.workspaceId, key, archived, ctx.clock.now()]);
  await noteChange(ctx, tx);
  await record(tx, ctx, [{ type: archived ? 'intent.archived' : 'intent.restored', data: { key } }]);
  return true;
}
