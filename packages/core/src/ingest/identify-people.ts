import type { SenderAddress } from '@balcao/channels/port';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { followMerge, type Identified, identify, type Person } from '../contacts/index.ts';
import { joinConversations } from '../conversations/index.ts';
import { followContact } from '../tickets/index.ts';

/** Who is at each address, in order; what merges along the way takes its conversations with it. */
export async function identifyPeople(
  ctx: WorkspaceCtx,
  tx: Tx,
  addresses: readonly SenderAddress[],
): Promise<Person[]> {
  const distinct = new Map<string, { address: SenderAddress; at: number }>();
  const places = addresses.map((address) => {
    const key = `${address.waId ?? ''} ${address.bsuid ?? ''} ${address.username ?? ''} ${address.profileName ?? ''}`;
    const known = distinct.get(key) ?? { address, at: distinct.size };
    distinct.set(key, known);
    return known.at;
  });
  const identified = await identify(
    tx,
    ctx,
    [...distinct.values()].map((one) => one.address),
  );
  await followMerges(ctx, tx, identified);
  return places.map((place) => identified.people[place] as Person); // one for each sender, in their order
}

/** Conversations and tickets follow their people, and the merge remembers it, so that its undo hands them back. */
export async function followMerges(ctx: WorkspaceCtx, tx: Tx, identified: Identified): Promise<void> {
  for (const merged of identified.merges) {
    const conversations = await joinConversations(ctx, tx, merged);
    const tickets = await followContact(ctx, tx, merged, conversations);
    await followMerge(tx, merged.mergeId, { conversations, tickets });
  }
}
