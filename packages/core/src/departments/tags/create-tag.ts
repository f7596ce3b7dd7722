import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { getTag } from './get-tag.ts';
import { insert } from './rows.ts';
import type { Tag } from './types.ts';

export async function createTag(
  ctx: WorkspaceCtx,
  tx: Tx,
  { name, color }: { name: string; color?: string | undefined },
): Promise<Tag> {
  const id = ctx.ids.uuid();
  const made = await tx.run(insert, [ctx.workspaceId, id, name, color ?? 'gray', ctx.clock.now()]);
  if (made === 0) throw new Fault('conflict', 'there is a tag of this name already');
  await record(tx, ctx, [{ type: 'tag.created', data: { tagId: id } }]);
  return await getTag(ctx, tx, id);
}
