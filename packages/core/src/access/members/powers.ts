import type { Scope } from '@balcao/contract';
import { sql, type Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { type RoleName, scopesOfRole } from './member-of.ts';

/** Whoever changes what others may do. */
export interface Granter {
  /** Undefined: an API key, which is nobody's owner. */
  readonly memberId: string | undefined;
  readonly scopes: readonly Scope[];
  /** At the console of the machine itself: may what an owner may. */
  readonly operator?: boolean;
}

const myRole = sql('access/my-role', `select role from members where id = $1 and state = 'active'`);
const customScopes = sql('access/scopes-of-custom-role', 'select scopes from custom_roles where id = $1 for share');

export async function isOwner(tx: Tx, { memberId, operator = false }: Granter): Promise<boolean> {
  if (operator) return true;
  if (memberId === undefined) return false;
  return (await tx.one<{ role: string }>(myRole, [memberId]))?.role === 'owner';
}

export function checkCovers(granter: Granter, scopes: readonly Scope[]): void {
  const lacking = scopes.find((scope) => !granter.scopes.includes(scope));
  if (lacking !== undefined)
    throw new Fault('forbidden', `nobody gives or takes what they lack themselves: ${lacking}`, { scope: lacking });
}

/** May this role be given, or taken, by them? Its scopes are among their own, and owners are made and unmade by owners. */
export async function checkMayHandle(
  tx: Tx,
  granter: Granter,
  role: RoleName,
  customRoleId: string | null | undefined,
): Promise<void> {
  const custom =
    customRoleId === null || customRoleId === undefined
      ? null
      : await tx.one<{ scopes: string[] }>(customScopes, [customRoleId]);
  if (custom === undefined) throw new Fault('not_found', `there is no role "${customRoleId}"`);
  checkCovers(granter, scopesOfRole(role, custom?.scopes ?? null));
  if (role === 'owner' && !(await isOwner(tx, granter)))
    throw new Fault('forbidden', 'only an owner makes and unmakes owners');
}
