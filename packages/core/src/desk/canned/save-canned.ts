import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { readMedia } from '../../media/index.ts';
import { checkDepartments, checkMayChange, type Keeper, ownerOf } from '../keeper.ts';
import type { Canned } from './canned.ts';
import { unknownVariables } from './fill-variables.ts';
import { getCanned, insertCanned, updateCanned } from './rows.ts';

export interface CannedToSave {
  readonly id?: string | undefined;
  readonly shortcut: string;
  readonly title: string | null;
  readonly body: string;
  readonly mediaIds: readonly string[];
  readonly departmentIds: readonly string[];
  readonly personal: boolean;
}

/** A new one, or a change. Two shared ones, or two of one person, cannot have the same shortcut. */
export async function saveCanned(ctx: WorkspaceCtx, tx: Tx, keeper: Keeper, input: CannedToSave): Promise<Canned> {
  if (input.body.trim() === '' && input.mediaIds.length === 0)
    throw new Fault('invalid_input', 'a canned reply has a text or a file');
  const unknown = unknownVariables(input.body);
  if (unknown.length > 0)
    throw new Fault('invalid_input', 'a variable in the text is none of ours', {
      issues: unknown.map((name) => ({ path: 'body', problem: `unknown variable: ${name}` })),
    });
  const mediaIds = [...new Set(input.mediaIds)];
  const files = await readMedia(ctx, tx, mediaIds);
  if (mediaIds.some((id) => files.get(id)?.state !== 'stored'))
    throw new Fault('not_found', 'one of the files is not here');
  const ownerId = ownerOf(keeper, input.personal);
  const departmentIds = ownerId === null ? await checkDepartments(ctx, tx, input.departmentIds) : [];
  if (input.id !== undefined)
    checkMayChange(keeper, await tx.one<Canned>(getCanned, [ctx.workspaceId, input.id]), 'canned reply');
  const id = input.id ?? ctx.ids.uuid();
  const { shortcut, title, body } = input;
  const row = [ctx.workspaceId, id, shortcut, title || null, body, mediaIds, departmentIds, ownerId, ctx.clock.now()];
  const saved = await tx.one<Canned>(input.id === undefined ? insertCanned : updateCanned, row);
  if (saved === undefined) throw new Fault('conflict', `the shortcut /${shortcut} is taken`, { shortcut });
  await record(tx, ctx, [{ type: 'canned.saved', data: { cannedId: id, shared: ownerId === null } }]);
  return saved;
}
