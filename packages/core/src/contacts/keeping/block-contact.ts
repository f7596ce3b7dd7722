import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { standing } from '../merging/join-contacts.ts';
import { decide } from './decide.ts';

const block = sql(
  'contacts/block',
  'update contacts set blocked_at = $2, blocked_reason = $3, updated_at = $2 where id = $1 and blocked_at is null',
);
const unblock = sql(
  'contacts/unblock',
  'update contacts set blocked_at = null, blocked_reason = null, updated_at = $2 where id = $1 and blocked_at is not null',
);

/** False when they were blocked already. */
export async function blockContact(tx: Tx, ctx: WorkspaceCtx, contactId: string, reason?: string): Promise<boolean> {
  const id = await standing(tx, contactId);
  if ((await tx.run(block, [id, ctx.clock.now(), reason ?? null])) === 0) return false;
  await decide(tx, ctx, { contactId: id, kind: 'blocked', reason });
  await record(tx, ctx, [{ type: 'contact.blocked', contactId: id }]);
  return true;
}

export async function unblockContact(tx: Tx, ctx: WorkspaceCtx, contactId: string): Promise<boolean> {
  const id = await standing(tx, contactId);
  if ((await tx.run(unblock, [id, ctx.clock.now()])) === 0) return false;
  await decide(tx, ctx, { contactId: id, kind: 'unblocked' });
  await record(tx, ctx, [{ type: 'contact.unblocked', contactId: id }]);
  return true;
}
