import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { getDepartment } from './get-department.ts';
import { change } from './rows.ts';
import type { Department } from './types.ts';

export interface DepartmentChange {
  readonly departmentId: string;
  readonly name?: string | undefined;
  readonly color?: string | undefined;
  readonly position?: number | undefined;
  /** Only `false`, out of the archive: archiving has more to it. */
  readonly archived?: false | undefined;
}

export async function updateDepartment(ctx: WorkspaceCtx, tx: Tx, input: DepartmentChange): Promise<Department> {
  const { departmentId: id, name, color, position, archived } = input;
  await getDepartment(ctx, tx, id);
  const values = [name ?? null, color ?? null, position ?? null, archived === false];
  await tx.run(change, [ctx.workspaceId, id, ...values, ctx.clock.now()]);
  await record(tx, ctx, [{ type: 'department.changed', data: { departmentId: id } }]);
  return await getDepartment(ctx, tx, id);
}
