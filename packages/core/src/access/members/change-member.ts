import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import type { From } from '../log/from.ts';
import { logAccess } from '../log/log-access.ts';
import type { RoleName } from './member-of.ts';
import { checkMayHandle, type Granter } from './powers.ts';

interface Target {
  readonly id: string;
  readonly personId: string;
  readonly role: RoleName;
  readonly customRoleId: string | null;
  readonly state: 'active' | 'disabled';
}

// All owners are locked before one is unmade: of two who unmake each other, the second finds itself the last.
const lockOwners = sql(
  'access/lock-owners',
  `select id from members where role = 'owner' and state = 'active' order by id for update`,
);
const lock = sql(
  'access/lock-member',
  `select id, person_id as "personId", role, custom_role_id as "customRoleId", state from members where id = $1 for update`,
);
const setRole = sql(
  'access/set-role',
  'update members set role = $2, custom_role_id = $3, updated_at = $4 where id = $1',
);
// Whoever is taken out lets nobody in any more, themselves under another address among them.
const takeBack = sql(
  'access/take-back-invitations-by',
  `update invitations set revoked_at = $2 where invited_by = $1 and accepted_at is null and revoked_at is null returning id`,
);
const setState = sql('access/set-state', 'update members set state = $2, updated_at = $3 where id = $1');

export async function lockMember(tx: Tx, memberId: string): Promise<Target> {
  const target = await tx.one<Target>(lock, [memberId]);
  if (target === undefined) throw new Fault('not_found', `there is no member "${memberId}"`);
  return target;
}

/** Locked; and whoever asks may handle what the member has. An owner only while another one stays. */
async function takeHold(tx: Tx, granter: Granter, memberId: string, unmakes: boolean): Promise<Target> {
  const owners = await tx.rows<{ id: string }>(lockOwners);
  const target = await lockMember(tx, memberId);
  await checkMayHandle(tx, granter, target.role, target.customRoleId);
  if (unmakes && target.role === 'owner' && target.state === 'active' && owners.length < 2)
    throw new Fault('last_owner', 'the last owner stays');
  return target;
}

export interface ChangeRoleInput {
  readonly memberId: string;
  readonly role: RoleName;
  readonly customRoleId?: string | undefined;
}

export async function changeRole(
  tx: Tx,
  ctx: WorkspaceCtx,
  granter: Granter,
  { memberId, role, customRoleId }: ChangeRoleInput,
  from?: From,
): Promise<boolean> {
  const target = await takeHold(tx, granter, memberId, role !== 'owner');
  if (target.role === role && target.customRoleId === (customRoleId ?? null)) return false;
  await checkMayHandle(tx, granter, role, customRoleId);
  await tx.run(setRole, [memberId, role, customRoleId ?? null, ctx.clock.now()]);
  await record(tx, ctx, [{ type: 'member.changed', data: { memberId, role } }]);
  const data = { from: target.role, to: role, ...(customRoleId === undefined ? {} : { customRoleId }) };
  await logAccess(tx, ctx, { action: 'person.role-changed', subjectKind: 'member', subjectId: memberId, data }, from);
  return true;
}

/** Counts from the member's next request on; screens hear of it through the ledger. */
export async function setMemberState(
  tx: Tx,
  ctx: WorkspaceCtx,
  granter: Granter,
  { memberId, state }: { readonly memberId: string; readonly state: 'active' | 'disabled' },
  from?: From,
): Promise<boolean> {
  const target = await takeHold(tx, granter, memberId, state === 'disabled');
  if (target.state === state) return false;
  await tx.run(setState, [memberId, state, ctx.clock.now()]);
  if (state === 'disabled') await takeBackInvitations(tx, ctx, memberId, from);
  const word = state === 'disabled' ? 'disabled' : 'enabled';
  await record(tx, ctx, [{ type: `member.${word}`, data: { memberId, personId: target.personId } }]);
  await logAccess(tx, ctx, { action: `person.${word}`, subjectKind: 'member', subjectId: memberId }, from);
  return true;
}

async function takeBackInvitations(tx: Tx, ctx: WorkspaceCtx, memberId: string, from?: From): Promise<void> {
  for (const { id } of await tx.rows<{ id: string }>(takeBack, [memberId, ctx.clock.now()])) {
    await record(tx, ctx, [{ type: 'invitation.revoked', data: { invitationId: id } }]);
    const entry = { action: 'person.invitation-revoked', subjectKind: 'invitation', subjectId: id } as const;
    await logAccess(tx, ctx, entry, from);
  }
}

/** For what is done to a member without changing their place: ending sessions, a link for a new password. */
export async function holdMember(tx: Tx, granter: Granter, memberId: string): Promise<Target> {
  return await takeHold(tx, granter, memberId, false);
}
