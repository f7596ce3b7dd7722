import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { one } from './rows.ts';
import type { Tag } from './types.ts';

export async function getTag(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<Tag> {
  const found = await tx.one<Tag>(one, [ctx.workspaceId, id]);
  if (found === undefined) throw new Fault('not_found', `there is no tag "${id}"`);
  return found;
}
