import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { checkMembers } from '../check-members.ts';
import { getDepartment } from './get-department.ts';
import { setMembers } from './rows.ts';

/** Says who is in a department. False when it was so already. */
export async function setDepartmentMembers(
  ctx: WorkspaceCtx,
  tx: Tx,
  departmentId: string,
  memberIds: readonly string[],
): Promise<boolean> {
  await getDepartment(ctx, tx, departmentId);
  await checkMembers(ctx, tx, memberIds);
  const [done] = await tx.rows<{ added: string[]; removed: string[] }>(setMembers, [
    ctx.workspaceId,
    departmentId,
    [...new Set(memberIds)],
  ]);
  const { added = [], removed = [] } = done ?? {};
  if (added.length + removed.length === 0) return false;
  await record(tx, ctx, [{ type: 'department.members_set', data: { departmentId, added, removed } }]);
  return true;
}
