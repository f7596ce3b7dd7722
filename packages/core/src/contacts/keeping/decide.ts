import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';

export interface Decision {
  readonly contactId: string;
  readonly kind: 'blocked' | 'unblocked' | 'identity_added' | 'identity_removed';
  readonly reason?: string | undefined;
  readonly identityId?: string | undefined;
}

const keep = sql(
  'contacts/keep-decision',
  `insert into contact_decisions (workspace_id, id, contact_id, kind, reason, identity_id, actor_kind, actor_id, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

/** What a person decided about a contact, in their words: for its history. The ledger has the same without words. */
export async function decide(tx: Tx, ctx: WorkspaceCtx, decision: Decision): Promise<void> {
  const { contactId, kind, reason, identityId } = decision;
  const { kind: actorKind, id: actorId } = ctx.actor;
  const who = [actorKind, actorId ?? null, ctx.clock.now()];
  await tx.run(keep, [ctx.workspaceId, ctx.ids.uuid(), contactId, kind, reason ?? null, identityId ?? null, ...who]);
}
