import { isScope, type Scope } from '@balcao/contract';
import { sql, type Tx } from '@balcao/db';

export interface CustomRole {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly members: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const list = sql(
  'access/list-roles',
  `select r.id, r.name, r.scopes, r.created_at as "createdAt", r.updated_at as "updatedAt",
          (select count(*)::int from members m where m.workspace_id = r.workspace_id and m.custom_role_id = r.id) as members
     from custom_roles r order by lower(r.name), r.id`,
);
const counts = sql('access/count-roles', `select role, count(*)::int as members from members group by role`);

export async function listRoles(tx: Tx): Promise<{ custom: CustomRole[]; members: ReadonlyMap<string, number> }> {
  const custom = await tx.rows<Omit<CustomRole, 'scopes'> & { scopes: string[] }>(list);
  const counted = await tx.rows<{ role: string; members: number }>(counts);
  return {
    custom: custom.map((role) => ({ ...role, scopes: role.scopes.filter(isScope) })),
    members: new Map(counted.map(({ role, members }) => [role, members])),
  };
}
