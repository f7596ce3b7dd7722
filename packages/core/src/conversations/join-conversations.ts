import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../ledger/index.ts';
import { giveToContact, pairsToJoin, pointAt, takeBack } from './rows.ts';

interface Pair {
  readonly fromId: string;
  readonly intoId: string | null;
  readonly channelId: string;
}

/** What a merge of contacts did to conversations, so that undoing the merge undoes this too. */
export interface JoinedConversations {
  readonly moved: readonly string[];
  readonly pointed: readonly string[];
}

/** Two contacts became one: on each channel the merged contact's thread moves over, or points at the one already there. */
export async function joinConversations(
  ctx: WorkspaceCtx,
  tx: Tx,
  contacts: { from: string; into: string },
): Promise<JoinedConversations> {
  const pairs = await tx.rows<Pair>(pairsToJoin, [ctx.workspaceId, contacts.from, contacts.into]);
  const moved: string[] = [];
  const pointed: string[] = [];
  for (const pair of pairs) {
    if (pair.intoId === null) {
      await tx.run(giveToContact, [ctx.workspaceId, pair.fromId, contacts.into]);
      moved.push(pair.fromId);
    } else {
      await tx.run(pointAt, [ctx.workspaceId, pair.fromId, pair.intoId]);
      pointed.push(pair.fromId);
    }
  }
  await record(
    tx,
    ctx,
    [...moved, ...pointed].map((id) => ({
      type: 'conversation.joined',
      conversationId: id,
      contactId: contacts.into,
      data: { from: contacts.from },
    })),
  );
  return { moved, pointed };
}

/** The merge was a mistake: every thread goes back to whose it was. */
export async function partConversations(
  ctx: WorkspaceCtx,
  tx: Tx,
  contactId: string,
  joined: JoinedConversations,
): Promise<void> {
  const ids = [...joined.moved, ...joined.pointed].sort();
  if (ids.length === 0) return;
  await tx.run(takeBack, [ctx.workspaceId, ids, contactId]);
  await record(
    tx,
    ctx,
    ids.map((id) => ({ type: 'conversation.parted', conversationId: id, contactId, data: {} })),
  );
}
