import type { Scope } from '@balcao/contract';
import { type DbCtx, identityStatement, sql } from '@balcao/db';
import { type RoleName, scopesOfRole } from './member-of.ts';

export interface MyWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly memberId: string;
  readonly role: RoleName;
  readonly roleName: string | null;
  readonly scopes: readonly Scope[];
  readonly departmentIds: readonly string[];
}

interface Row extends Omit<MyWorkspace, 'scopes'> {
  readonly customScopes: string[] | null;
}

// Index: members_of_person.
const list = sql(
  'access/my-workspaces',
  `select w.id, w.slug, w.name, m.id as "memberId", m.role, r.name as "roleName", r.scopes as "customScopes",
          array(select d.department_id from department_members d
                 where d.workspace_id = m.workspace_id and d.member_id = m.id) as "departmentIds"
     from members m join workspaces w on w.id = m.workspace_id
     left join custom_roles r on r.workspace_id = m.workspace_id and r.id = m.custom_role_id
    where m.person_id = $1 and m.state = 'active' order by m.created_at, w.id`,
);

export async function myWorkspaces(ctx: DbCtx, personId: string): Promise<MyWorkspace[]> {
  const rows = await identityStatement<Row>(ctx, list, [personId]);
  return rows.map(({ customScopes, ...row }) => ({ ...row, scopes: scopesOfRole(row.role, customScopes) }));
}
