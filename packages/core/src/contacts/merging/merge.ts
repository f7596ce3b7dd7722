import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { MergedContacts } from '../types.ts';
import { joinContacts } from './join-contacts.ts';

/** A person says that `from` is `into`. Conversations follow: `conversations.joinConversations`, then `followMerge`. */
export async function merge(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: { readonly from: string; readonly into: string },
): Promise<MergedContacts> {
  const merged = await joinContacts(tx, ctx, { ...input, reason: 'merged_by_person' });
  if (merged === undefined) throw new Fault('conflict', 'these contacts are one already');
  return merged;
}
