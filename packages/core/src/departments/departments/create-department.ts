import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { getDepartment } from './get-department.ts';
import { insert } from './rows.ts';
import { setDepartmentMembers } from './set-department-members.ts';
import type { Department } from './types.ts';

export interface NewDepartment {
  readonly name: string;
  readonly color?: string | undefined;
  readonly memberIds?: readonly string[] | undefined;
}

export async function createDepartment(ctx: WorkspaceCtx, tx: Tx, input: NewDepartment): Promise<Department> {
  const id = ctx.ids.uuid();
  const made = await tx.run(insert, [ctx.workspaceId, id, input.name, input.color ?? 'gray', ctx.clock.now()]);
  if (made === 0) throw new Fault('conflict', 'there is a department of this name already');
  await record(tx, ctx, [{ type: 'department.created', data: { departmentId: id } }]);
  if (input.memberIds !== undefined && input.memberIds.length > 0)
    await setDepartmentMembers(ctx, tx, id, input.memberIds);
  return await getDepartment(ctx, tx, id);
}
