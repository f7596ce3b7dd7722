import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { one } from './rows.ts';
import type { Team } from './types.ts';

export async function getTeam(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<Team> {
  const found = await tx.one<Team>(one, [ctx.workspaceId, id]);
  if (found === undefined) throw new Fault('not_found', `there is no team "${id}"`);
  return found;
}
