import { sql, type Tx } from '@balcao/db';
import type { RoleName } from '../members/member-of.ts';

export interface ListedInvitation {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: RoleName;
  readonly customRoleId: string | null;
  readonly departmentIds: string[];
  readonly invitedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

// Index: invitations_open.
const list = sql(
  'access/list-invitations',
  `select id, email, name, role, custom_role_id as "customRoleId", department_ids as "departmentIds", invited_by as "invitedBy",
          created_at as "createdAt", expires_at as "expiresAt"
     from invitations where accepted_at is null and revoked_at is null order by created_at desc, id desc limit 500`,
);

export async function listInvitations(tx: Tx): Promise<ListedInvitation[]> {
  return await tx.rows<ListedInvitation>(list);
}
