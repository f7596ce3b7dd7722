import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { getTeam } from './get-team.ts';
import { change } from './rows.ts';
import type { Team } from './types.ts';

export interface TeamChange {
  readonly teamId: string;
  readonly name?: string | undefined;
  readonly archived?: false | undefined;
}

export async function updateTeam(ctx: WorkspaceCtx, tx: Tx, input: TeamChange): Promise<Team> {
  const { teamId: id, name, archived } = input;
  await getTeam(ctx, tx, id);
  await tx.run(change, [ctx.workspaceId, id, name ?? null, archived === false, ctx.clock.now()]);
  await record(tx, ctx, [{ type: 'team.changed', data: { teamId: id } }]);
  return await getTeam(ctx, tx, id);
}
