import type { MacroAction } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { unknownVariables } from '../canned/fill-variables.ts';
import { checkDepartments, checkMayChange, type Keeper, ownerOf } from '../keeper.ts';
import type { Macro } from './macro.ts';
import { getMacro, insertMacro, updateMacro } from './rows.ts';

export interface MacroToSave {
  readonly id?: string | undefined;
  readonly name: string;
  readonly actions: readonly MacroAction[];
  readonly departmentIds: readonly string[];
  readonly personal: boolean;
}

/** What it names may be gone when it runs: then the run says which step would not go. */
export async function saveMacro(ctx: WorkspaceCtx, tx: Tx, keeper: Keeper, input: MacroToSave): Promise<Macro> {
  const unknown = input.actions.flatMap((action) => (action.do === 'send_text' ? unknownVariables(action.text) : []));
  if (unknown.length > 0)
    throw new Fault('invalid_input', 'a variable in a text is none of ours', {
      issues: unknown.map((name) => ({ path: 'actions', problem: `unknown variable: ${name}` })),
    });
  const ownerId = ownerOf(keeper, input.personal);
  const departmentIds = ownerId === null ? await checkDepartments(ctx, tx, input.departmentIds) : [];
  if (input.id !== undefined)
    checkMayChange(keeper, await tx.one<Macro>(getMacro, [ctx.workspaceId, input.id]), 'macro');
  const id = input.id ?? ctx.ids.uuid();
  const actions = JSON.stringify(input.actions);
  const row = [ctx.workspaceId, id, input.name, actions, departmentIds, ownerId, ctx.clock.now()];
  const saved = await tx.one<Macro>(input.id === undefined ? insertMacro : updateMacro, row);
  if (saved === undefined) throw new Fault('conflict', 'there is a macro of this name already');
  await record(tx, ctx, [{ type: 'macro.saved', data: { macroId: id, shared: ownerId === null } }]);
  return saved;
}
