import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { usable } from './rows.ts';

/** Each must be a tag of this company: one that is still offered, or an archived one where it may have been there before. */
export async function checkTags(
  ctx: WorkspaceCtx,
  tx: Tx,
  tagIds: readonly string[],
  archivedToo = false,
): Promise<void> {
  if (tagIds.length === 0) return;
  const found = new Set(
    (await tx.rows<{ id: string }>(usable, [ctx.workspaceId, tagIds, archivedToo])).map((row) => row.id),
  );
  const missing = tagIds.find((id) => !found.has(id));
  if (missing !== undefined) throw new Fault('invalid_input', `there is no tag "${missing}", or it is archived`);
}
