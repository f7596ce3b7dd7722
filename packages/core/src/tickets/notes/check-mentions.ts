import { baseRoleNames, baseRoles, readWorkspaceSettings, type Scope } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { getWorkspace } from '../../workspaces/index.ts';
import type { Standing } from '../acting/types.ts';
import { membersWhoSee } from './rows.ts';

const seeAll: Scope = 'tickets:read-all';
const rolesThatSeeAll = baseRoleNames.filter((role) => (baseRoles[role] as readonly Scope[]).includes(seeAll));

/** Whoever is mentioned gets told, and must be able to look. */
export async function checkMentions(
  ctx: WorkspaceCtx,
  tx: Tx,
  ticket: Standing,
  memberIds: readonly string[],
): Promise<void> {
  if (memberIds.length === 0) return;
  const { departmentVisibility } = readWorkspaceSettings((await getWorkspace(tx)).settings);
  const rows = await tx.rows<{ id: string }>(membersWhoSee, [
    ctx.workspaceId,
    memberIds,
    rolesThatSeeAll,
    ticket.departmentId ?? ticket.teamId,
    ticket.assigneeId,
    departmentVisibility === 'all',
  ]);
  const found = new Set(rows.map((row) => row.id));
  const missing = memberIds.find((id) => !found.has(id));
  if (missing !== undefined)
    throw new Fault('target_unavailable', `the person "${missing}" is disabled or cannot see this ticket`);
}
