import { isScope, type Scope } from '@balcao/contract';
import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import type { From } from '../log/from.ts';
import { logAccess } from '../log/log-access.ts';
import { checkCovers, type Granter } from '../members/powers.ts';

// Index: custom_roles_name.
const insert = sql(
  'access/create-role',
  `insert into custom_roles (workspace_id, id, name, scopes, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
   on conflict (workspace_id, lower(name)) do nothing`,
);
const lock = sql('access/lock-role', 'select name, scopes from custom_roles where id = $1 for update');
const namesake = sql('access/role-with-name', 'select 1 from custom_roles where lower(name) = lower($1) and id <> $2');
const update = sql(
  'access/update-role',
  'update custom_roles set name = $2, scopes = $3, updated_at = $4 where id = $1',
);
const inUse = sql(
  'access/role-in-use',
  `select exists (select from members where custom_role_id = $1)
       or exists (select from invitations where custom_role_id = $1 and accepted_at is null and revoked_at is null) as "inUse"`,
);
const unpromise = sql(
  'access/unpromise-role',
  `update invitations set role = 'attendant', custom_role_id = null
    where custom_role_id = $1 and (accepted_at is not null or revoked_at is not null)`,
);
const remove = sql('access/delete-role', 'delete from custom_roles where id = $1');

export interface RoleInput {
  readonly name: string;
  readonly scopes: readonly Scope[];
}

const sorted = (scopes: readonly Scope[]): Scope[] => [...new Set(scopes)].sort();
const taken = (): Fault => new Fault('conflict', 'there is a role of this name already');

export async function createRole(
  tx: Tx,
  ctx: WorkspaceCtx,
  granter: Granter,
  { name, scopes }: RoleInput,
  from?: From,
): Promise<string> {
  checkCovers(granter, scopes);
  const id = ctx.ids.uuid();
  const params = [ctx.workspaceId, id, name, sorted(scopes), ctx.clock.now()];
  if ((await tx.run(insert, params)) === 0) throw taken();
  await tell(tx, ctx, 'created', id, sorted(scopes), from);
  return id;
}

/** What it gives already and what it shall give must both be among the granter's own. */
export async function updateRole(
  tx: Tx,
  ctx: WorkspaceCtx,
  granter: Granter,
  { roleId, ...input }: { readonly roleId: string } & { readonly [K in keyof RoleInput]?: RoleInput[K] | undefined },
  from?: From,
): Promise<boolean> {
  const role = await tx.one<{ name: string; scopes: string[] }>(lock, [roleId]);
  if (role === undefined) throw new Fault('not_found', `there is no role "${roleId}"`);
  const had = role.scopes.filter(isScope);
  const name = input.name ?? role.name;
  const scopes = sorted(input.scopes ?? had);
  checkCovers(granter, [...had, ...scopes]);
  if (name === role.name && scopes.join() === sorted(had).join()) return false;
  if ((await tx.rows(namesake, [name, roleId])).length > 0) throw taken();
  await tx.run(update, [roleId, name, scopes, ctx.clock.now()]);
  await tell(tx, ctx, 'updated', roleId, scopes, from);
  return true;
}

export async function deleteRole(
  tx: Tx,
  ctx: WorkspaceCtx,
  granter: Granter,
  roleId: string,
  from?: From,
): Promise<boolean> {
  const role = await tx.one<{ scopes: string[] }>(lock, [roleId]);
  if (role === undefined) return false;
  checkCovers(granter, role.scopes.filter(isScope));
  if ((await tx.one<{ inUse: boolean }>(inUse, [roleId]))?.inUse === true)
    throw new Fault('conflict', 'somebody has this role, or an invitation promises it');
  await tx.run(unpromise, [roleId]);
  await tx.run(remove, [roleId]);
  await tell(tx, ctx, 'deleted', roleId, [], from);
  return true;
}

async function tell(
  tx: Tx,
  ctx: WorkspaceCtx,
  what: 'created' | 'updated' | 'deleted',
  roleId: string,
  scopes: readonly string[],
  from: From | undefined,
): Promise<void> {
  await record(tx, ctx, [{ type: `role.${what}`, data: { roleId } }]);
  await logAccess(tx, ctx, { action: `role.${what}`, subjectKind: 'role', subjectId: roleId, data: { scopes } }, from);
}
