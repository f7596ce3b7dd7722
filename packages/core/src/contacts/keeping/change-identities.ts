import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { standing } from '../merging/join-contacts.ts';
import { decide } from './decide.ts';
import { giveIdentities, ownersOf, takeIdentity } from './identity-rows.ts';
import { needIdentity } from './typed-identity.ts';

const lock = sql('contacts/lock-one', 'select id from contacts where id = $1 and merged_into is null for update');

/** Undefined when it is theirs now; else whose it is already. */
export async function addIdentity(
  tx: Tx,
  ctx: WorkspaceCtx,
  contactId: string,
  given: { readonly kind: 'phone' | 'email'; readonly value: string; readonly reason: string },
): Promise<string | undefined> {
  const identity = needIdentity(given.kind, given.value);
  const id = await standing(tx, contactId);
  await lockStanding(tx, id);
  const identityId = ctx.ids.uuid();
  const rows = JSON.stringify([{ id: identityId, ...identity }]);
  const won = await tx.rows(giveIdentities, [ctx.workspaceId, id, rows, 'added_by_person', ctx.clock.now()]);
  if (won.length === 0) {
    const owner = await tx.one<{ contactId: string }>(ownersOf, [[identity.kind], [identity.key]]);
    if (owner === undefined) throw new Fault('conflict', 'this identity moved while it was being added');
    return owner.contactId === id ? undefined : owner.contactId;
  }
  await decide(tx, ctx, { contactId: id, kind: 'identity_added', reason: given.reason, identityId });
  await record(tx, ctx, [{ type: 'contact.identity_added', contactId: id, data: { identityId } }]);
  return undefined;
}

/** The last identity stays: without any, nobody would find the contact again. */
export async function removeIdentity(
  tx: Tx,
  ctx: WorkspaceCtx,
  contactId: string,
  { identityId, reason }: { readonly identityId: string; readonly reason: string },
): Promise<void> {
  const id = await standing(tx, contactId);
  await lockStanding(tx, id);
  if ((await tx.one(takeIdentity, [identityId, id])) === undefined)
    throw new Fault('conflict', 'this is not an identity of this contact, or it is its last one');
  await decide(tx, ctx, { contactId: id, kind: 'identity_removed', reason, identityId });
  await record(tx, ctx, [{ type: 'contact.identity_removed', contactId: id, data: { identityId } }]);
}

/** Two who take an identity each wait for one another, so that one is left. */
async function lockStanding(tx: Tx, id: string): Promise<void> {
  if ((await tx.one(lock, [id])) === undefined)
    throw new Fault('conflict', 'the contact was merged with another meanwhile');
}
