import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { getTag } from './get-tag.ts';
import { change } from './rows.ts';
import type { Tag } from './types.ts';

export interface TagChange {
  readonly tagId: string;
  readonly name?: string | undefined;
  readonly color?: string | undefined;
  readonly archived?: false | undefined;
}

export async function updateTag(ctx: WorkspaceCtx, tx: Tx, input: TagChange): Promise<Tag> {
  const { tagId: id, name, color, archived } = input;
  await getTag(ctx, tx, id);
  await tx.run(change, [ctx.workspaceId, id, name ?? null, color ?? null, archived === false]);
  await record(tx, ctx, [{ type: 'tag.changed', data: { tagId: id } }]);
  return await getTag(ctx, tx, id);
}
