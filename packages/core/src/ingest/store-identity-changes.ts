import type { ContactSyncFact } from '@balcao/channels/port';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { addFromAppSync, changeNumber, changeUserId } from '../contacts/index.ts';
import { record } from '../ledger/index.ts';
import { followMerges } from './identify-people.ts';
import type { SortedFacts, Told } from './sort-facts.ts';

/** A person has a new number or a new id: still the same person. */
export async function storeIdentityChanges(
  ctx: WorkspaceCtx,
  tx: Tx,
  told: SortedFacts['identityChanges'],
): Promise<void> {
  for (const { fact } of told) {
    const change = fact.change === 'changed_number' ? changeNumber : changeUserId;
    const identified = await change(tx, ctx, { previous: fact.previous, current: fact.current });
    await followMerges(ctx, tx, identified);
    const contactId = identified.people[0]?.contactId;
    await record(tx, ctx, [{ type: 'contact.identity_changed', contactId, data: { change: fact.change } }]);
  }
}

/** The phone app's address book. What was taken out there stays here: a customer is more than an entry in a phone. */
export async function storeContactSyncs(
  ctx: WorkspaceCtx,
  tx: Tx,
  told: readonly Told<ContactSyncFact>[],
): Promise<void> {
  const saved = told.filter(({ fact }) => fact.action === 'save');
  if (saved.length === 0) return;
  const entries = saved.map(({ fact }) => ({ person: fact.person, name: fact.fullName ?? fact.firstName }));
  await followMerges(ctx, tx, await addFromAppSync(tx, ctx, entries));
}
