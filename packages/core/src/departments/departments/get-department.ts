import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { one } from './rows.ts';
import type { Department } from './types.ts';

export async function getDepartment(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<Department> {
  const found = await tx.one<Department>(one, [ctx.workspaceId, id]);
  if (found === undefined) throw new Fault('not_found', `there is no department "${id}"`);
  return found;
}
