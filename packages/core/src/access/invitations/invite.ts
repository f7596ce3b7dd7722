import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import type { From } from '../log/from.ts';
import { logAccess } from '../log/log-access.ts';
import type { RoleName } from '../members/member-of.ts';
import { checkMayHandle, type Granter } from '../members/powers.ts';
import { plainEmail } from '../people/rows.ts';
import { hashToken, newToken } from '../token.ts';

export interface InviteInput {
  readonly email: string;
  readonly name?: string | undefined;
  readonly role: RoleName;
  readonly customRoleId?: string | undefined;
  readonly departmentIds: readonly string[];
}

export interface Invited {
  readonly invitationId: string;
  /** For the link; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Date;
}

const WITHIN_MS = 7 * 24 * 3_600_000;

const known = sql('access/member-with-email', 'select 1 from members where email = $1');
const departments = sql(
  'access/departments-to-invite-into',
  'select count(*)::int as n from departments where id = any($1::uuid[]) and archived_at is null',
);
// Index: invitations_open. One open invitation for each address: inviting again makes the earlier link worthless.
const put = sql(
  'access/invite',
  `insert into invitations as i (workspace_id, id, email, name, role, custom_role_id, department_ids, token_hash, invited_by, created_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   on conflict (workspace_id, email) where accepted_at is null and revoked_at is null do update
     set name = excluded.name, role = excluded.role, custom_role_id = excluded.custom_role_id, department_ids = excluded.department_ids,
         token_hash = excluded.token_hash, invited_by = excluded.invited_by, created_at = excluded.created_at, expires_at = excluded.expires_at
   returning id`,
);

/** In the workspace's transaction. The link is the caller's to send. */
export async function invite(
  tx: Tx,
  ctx: WorkspaceCtx,
  granter: Granter,
  input: InviteInput,
  from?: From,
): Promise<Invited> {
  const { name, role, customRoleId } = input;
  const email = plainEmail(input.email);
  await checkMayHandle(tx, granter, role, customRoleId);
  if ((await tx.rows(known, [email])).length > 0)
    throw new Fault('already_member', 'this address belongs to a member already');
  const departmentIds = [...new Set(input.departmentIds)];
  const found = await tx.one<{ n: number }>(departments, [departmentIds]);
  if (found?.n !== departmentIds.length) throw new Fault('not_found', 'one of the departments does not exist');
  const now = ctx.clock.now();
  const token = newToken();
  const expiresAt = new Date(now.getTime() + WITHIN_MS);
  const params = [ctx.workspaceId, ctx.ids.uuid(), email, name ?? null, role, customRoleId ?? null, departmentIds];
  const row = await tx.one<{ id: string }>(put, [
    ...params,
    hashToken(token),
    granter.memberId ?? null,
    now,
    expiresAt,
  ]);
  if (row === undefined) throw new Fault('internal', 'an invitation was written and did not come back');
  await record(tx, ctx, [{ type: 'invitation.created', data: { invitationId: row.id, role } }]);
  const entry = { action: 'person.invited', subjectKind: 'invitation', subjectId: row.id, data: { role } } as const;
  await logAccess(tx, ctx, entry, from);
  return { invitationId: row.id, token, expiresAt };
}
