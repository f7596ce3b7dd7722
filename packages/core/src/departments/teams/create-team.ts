import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { getTeam } from './get-team.ts';
import { insert } from './rows.ts';
import { setTeamMembers } from './set-team-members.ts';
import type { Team } from './types.ts';

export async function createTeam(
  ctx: WorkspaceCtx,
  tx: Tx,
  { name, memberIds = [] }: { name: string; memberIds?: readonly string[] | undefined },
): Promise<Team> {
  const id = ctx.ids.uuid();
  const made = await tx.run(insert, [ctx.workspaceId, id, name, ctx.clock.now()]);
  if (made === 0) throw new Fault('conflict', 'there is a team of this name already');
  await record(tx, ctx, [{ type: 'team.created', data: { teamId: id } }]);
  if (memberIds.length > 0) await setTeamMembers(ctx, tx, id, memberIds);
  return await getTeam(ctx, tx, id);
}
