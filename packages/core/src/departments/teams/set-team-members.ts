import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { checkMembers } from '../check-members.ts';
import { getTeam } from './get-team.ts';
import { setMembers } from './rows.ts';

/** Says who is in a team. False when it was so already. */
export async function setTeamMembers(
  ctx: WorkspaceCtx,
  tx: Tx,
  teamId: string,
  memberIds: readonly string[],
): Promise<boolean> {
  await getTeam(ctx, tx, teamId);
  await checkMembers(ctx, tx, memberIds);
  const [done] = await tx.rows<{ added: string[]; removed: string[] }>(setMembers, [
    ctx.workspaceId,
    teamId,
    [...new Set(memberIds)],
  ]);
  const { added = [], removed = [] } = done ?? {};
  if (added.length + removed.length === 0) return false;
  await record(tx, ctx, [{ type: 'team.members_set', data: { teamId, added, removed } }]);
  return true;
}
