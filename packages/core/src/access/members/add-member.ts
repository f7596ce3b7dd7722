import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { deriveCtx } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import type { From } from '../log/from.ts';
import { logAccess } from '../log/log-access.ts';
import type { RoleName } from './member-of.ts';

export interface NewMember {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleName;
  readonly customRoleId?: string | null | undefined;
  readonly departmentIds?: readonly string[];
}

const insert = sql(
  'access/add-member',
  `insert into members (workspace_id, id, person_id, name, email, role, custom_role_id, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict (workspace_id, person_id) do nothing`,
);
// A department that was archived since it was promised is left out.
const place = sql(
  'access/place-member',
  `insert into department_members (workspace_id, department_id, member_id)
   select $1, d.id, $2 from departments d where d.workspace_id = $1 and d.id = any($3::uuid[]) and d.archived_at is null
   on conflict do nothing`,
);

/** In a transaction of the identity role. Undefined when the person is a member already. */
export async function addMember(
  tx: Tx,
  ctx: WorkspaceCtx,
  member: NewMember,
  from?: From,
): Promise<string | undefined> {
  const { personId, name, email, role, customRoleId = null, departmentIds = [] } = member;
  const memberId = ctx.ids.uuid();
  const params = [ctx.workspaceId, memberId, personId, name, email, role, customRoleId, ctx.clock.now()];
  if ((await tx.run(insert, params)) === 0) return undefined;
  if (departmentIds.length > 0) await tx.run(place, [ctx.workspaceId, memberId, departmentIds]);
  const by = deriveCtx(ctx, { actor: { kind: 'person', id: memberId } });
  await record(tx, by, [{ type: 'member.joined', data: { memberId, role } }]);
  await logAccess(
    tx,
    by,
    { action: 'person.joined', subjectKind: 'member', subjectId: memberId, data: { role } },
    from,
  );
  return memberId;
}
