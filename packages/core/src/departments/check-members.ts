import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';

// Primary key of members.
const active = sql(
  'departments/active-members',
  `select id from members where workspace_id = $1 and id = any($2::uuid[]) and state = 'active' order by id for key share`,
);

/** Each must work here, now. */
export async function checkMembers(ctx: WorkspaceCtx, tx: Tx, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return;
  const found = new Set((await tx.rows<{ id: string }>(active, [ctx.workspaceId, memberIds])).map((row) => row.id));
  const missing = memberIds.find((id) => !found.has(id));
  if (missing !== undefined)
    throw new Fault('target_unavailable', `the person "${missing}" is disabled or does not work here`);
}
