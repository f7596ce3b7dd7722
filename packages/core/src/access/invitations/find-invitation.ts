import { type DbCtx, identityStatement, sql } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { RoleName } from '../members/member-of.ts';
import { hashToken } from '../token.ts';

export interface Invitation {
  readonly workspaceId: string;
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: RoleName;
  readonly customRoleId: string | null;
  readonly departmentIds: string[];
  readonly expiresAt: Date;
}

export interface ShownInvitation extends Invitation {
  readonly workspaceName: string;
  readonly roleName: string | null;
  readonly invitedBy: string | null;
  /** Of the person who has the address already. */
  readonly personId: string | null;
}

export const invitationColumns = `i.workspace_id as "workspaceId", i.id, i.email, i.name, i.role, i.custom_role_id as "customRoleId",
  i.department_ids as "departmentIds", i.expires_at as "expiresAt"`;

// Index: invitations_by_token.
const find = sql(
  'access/find-invitation',
  `select ${invitationColumns}, w.name as "workspaceName", r.name as "roleName", m.name as "invitedBy", p.id as "personId"
     from invitations i join workspaces w on w.id = i.workspace_id
     left join custom_roles r on r.workspace_id = i.workspace_id and r.id = i.custom_role_id
     left join members m on m.workspace_id = i.workspace_id and m.id = i.invited_by
     left join persons p on p.email = i.email
    where i.token_hash = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2`,
);

/** By its link. One answer for a link that never was, was used, taken back or is too old. */
export async function findInvitation(ctx: DbCtx, token: string): Promise<ShownInvitation> {
  const [found] = await identityStatement<ShownInvitation>(ctx, find, [hashToken(token), ctx.clock.now()]);
  if (found === undefined) throw new Fault('link_over', 'this invitation was used, taken back or is too old');
  return found;
}
