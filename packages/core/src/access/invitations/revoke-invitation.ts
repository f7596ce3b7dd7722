import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import type { From } from '../log/from.ts';
import { logAccess } from '../log/log-access.ts';

const revoke = sql(
  'access/revoke-invitation',
  'update invitations set revoked_at = $2 where id = $1 and accepted_at is null and revoked_at is null',
);

/** False when it was accepted or taken back already. */
export async function revokeInvitation(tx: Tx, ctx: WorkspaceCtx, invitationId: string, from?: From): Promise<boolean> {
  if ((await tx.run(revoke, [invitationId, ctx.clock.now()])) === 0) return false;
  await record(tx, ctx, [{ type: 'invitation.revoked', data: { invitationId } }]);
  const entry = { action: 'person.invitation-revoked', subjectKind: 'invitation', subjectId: invitationId } as const;
  await logAccess(tx, ctx, entry, from);
  return true;
}
