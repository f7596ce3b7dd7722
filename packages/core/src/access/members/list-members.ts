import { type DbCtx, identityStatement, sql, type Tx } from '@balcao/db';
import type { RoleName } from './member-of.ts';

export interface ListedMember {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleName;
  readonly customRoleId: string | null;
  readonly roleName: string | null;
  readonly state: 'active' | 'disabled';
  readonly departmentIds: string[];
  readonly createdAt: Date;
}

export interface SeenMember {
  readonly totp: boolean;
  readonly lastSeenAt: Date | null;
}

// Index: members_pkey.
const list = sql(
  'access/list-members',
  `select m.id, m.person_id as "personId", m.name, m.email, m.role, m.custom_role_id as "customRoleId", r.name as "roleName", m.state,
          array(select d.department_id from department_members d
                 where d.workspace_id = m.workspace_id and d.member_id = m.id) as "departmentIds", m.created_at as "createdAt"
     from members m left join custom_roles r on r.workspace_id = m.workspace_id and r.id = m.custom_role_id
    where m.workspace_id = $1 and m.id > $2 order by m.id limit $3`,
);
// Indexes: persons_pkey, sessions_of_person.
const seen = sql(
  'access/members-seen',
  `select p.id, p.totp_confirmed_at is not null as totp,
          (select max(s.last_seen_at) from sessions s where s.person_id = p.id) as "lastSeenAt"
     from persons p where p.id = any($1::uuid[])`,
);

const FIRST = '00000000-0000-0000-0000-000000000000';

export async function listMembers(
  tx: Tx,
  ctx: { readonly workspaceId: string },
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<ListedMember[]> {
  return await tx.rows<ListedMember>(list, [ctx.workspaceId, page.after ?? FIRST, page.limit]);
}

/** What the identity tables know of them. */
export async function seenOf(ctx: DbCtx, personIds: readonly string[]): Promise<Map<string, SeenMember>> {
  if (personIds.length === 0) return new Map();
  const rows = await identityStatement<SeenMember & { id: string }>(ctx, seen, [personIds]);
  return new Map(rows.map(({ id, ...one }) => [id, one]));
}
