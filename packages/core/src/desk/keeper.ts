import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { knownDepartments } from './rows.ts';

/** Who looks after texts and macros: their own, and with the right to it those that all share. */
export interface Keeper {
  /** Null for an API key: it has none of its own. */
  readonly memberId: string | null;
  readonly sees: 'all' | readonly string[];
  /** May they change what all share? */
  readonly mayShare: boolean;
}

interface Owned {
  readonly ownerId: string | null;
  readonly departmentIds: readonly string[];
}

/** Theirs, or shared with them. */
export function mayUse(keeper: Keeper, { ownerId, departmentIds }: Owned): boolean {
  if (ownerId !== null) return ownerId === keeper.memberId;
  const { sees } = keeper;
  return sees === 'all' || departmentIds.length === 0 || departmentIds.some((id) => sees.includes(id));
}

/** Somebody else's own is not there; a shared one is changed by those who may. */
export function checkMayChange(keeper: Keeper, found: Owned | undefined, what: string): void {
  if (found === undefined || (found.ownerId !== null && found.ownerId !== keeper.memberId))
    throw new Fault('not_found', `there is no such ${what}`);
  if (found.ownerId === null) checkMayShare(keeper);
}

export function checkMayShare({ mayShare }: Keeper): void {
  if (!mayShare) throw new Fault('forbidden', 'changing what all share needs desk:write', { scope: 'desk:write' });
}

/** Whose it will be. */
export function ownerOf(keeper: Keeper, personal: boolean): string | null {
  if (!personal) {
    checkMayShare(keeper);
    return null;
  }
  if (keeper.memberId === null) throw new Fault('invalid_input', 'an API key has nothing of its own');
  return keeper.memberId;
}

export async function checkDepartments(ctx: WorkspaceCtx, tx: Tx, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return wanted;
  const known = await tx.rows<{ id: string }>(knownDepartments, [ctx.workspaceId, wanted]);
  if (known.length !== wanted.length)
    throw new Fault('not_found', 'one of the departments is not there, or is archived');
  return wanted;
}
