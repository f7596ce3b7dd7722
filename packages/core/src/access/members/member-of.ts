import { baseRoles, isScope, type Scope } from '@balcao/contract';
import { type DbCtx, inWorkspace, sql, workspaceStatement } from '@balcao/db';

export type RoleName = keyof typeof baseRoles | 'custom';

/** A person within one workspace, as a request needs them. */
export interface Membership {
  readonly memberId: string;
  readonly role: RoleName;
  readonly scopes: readonly Scope[];
  /** The departments and teams that they are in. */
  readonly places: readonly string[];
}

interface Found {
  readonly memberId: string;
  readonly role: RoleName;
  readonly customScopes: string[] | null;
  readonly places: string[];
  readonly openToAll: boolean;
}

// Indexes: members_workspace_id_person_id_key, department_members_of_member, team_members_of_member.
const find = sql(
  'access/member-of',
  `select m.id as "memberId", m.role, r.scopes as "customScopes",
          array(select d.department_id from department_members d
                 where d.workspace_id = m.workspace_id and d.member_id = m.id
                union all
                select t.team_id from team_members t
                 where t.workspace_id = m.workspace_id and t.member_id = m.id) as places,
          exists (select from workspaces where settings->>'departmentVisibility' = 'all') as "openToAll"
     from members m left join custom_roles r on r.workspace_id = m.workspace_id and r.id = m.custom_role_id
    where m.person_id = $1 and m.state = 'active'`,
);

/** What a role may do; a scope that a later version took away is nobody's. */
export const scopesOfRole = (role: RoleName, custom: readonly string[] | null): readonly Scope[] =>
  role === 'custom' ? (custom ?? []).filter(isScope) : baseRoles[role];

/** Undefined for a stranger and for a member who was disabled. Asked for each request: a changed role counts at once. */
export async function memberOf(ctx: DbCtx, workspaceId: string, personId: string): Promise<Membership | undefined> {
  const [found] = await workspaceStatement<Found>(inWorkspace(ctx, workspaceId), find, [personId]);
  if (found === undefined) return undefined;
  const { memberId, role, customScopes, places, openToAll } = found;
  const scopes = scopesOfRole(role, customScopes);
  // Where departments are open to everyone, whoever sees tickets sees those of all of them.
  const widened = openToAll && scopes.includes('tickets:read') ? [...scopes, 'tickets:read-all' as const] : scopes;
  return { memberId, role, scopes: widened, places };
}
