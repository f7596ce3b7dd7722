import type { Tx, WorkspaceCtx } from '@balcao/db';
import { giveFloor, type JoinedConversations, lock } from '../../conversations/index.ts';
import { stateOf } from '../acting/plan-change.ts';
import { changeTickets, loadTickets } from '../acting/rows.ts';
import type { TicketFacts } from '../acting/types.ts';
import { recordEvents } from '../history/record-events.ts';
import { moveToContact, moveToConversation, pointedPairs, unresolvedOf } from './rows.ts';

/** What a merge of contacts did to tickets, so that its undo undoes this too. Kept with the merge under `tickets`. */
export interface FollowedTickets {
  readonly contact: readonly string[];
  /** Went over to the conversation that answers for both. */
  readonly moved: readonly { readonly id: string; readonly from: string }[];
  /** Resolved because the other conversation's was older, and what it was. */
  readonly resolved: readonly { readonly id: string; readonly was: string }[];
}

export const MERGED = 'merged';

interface Unresolved {
  readonly id: string;
  readonly conversationId: string;
  readonly openedAt: Date;
}

/**
 * After `joinConversations`: tickets go with their contact. Where two conversations became one and both had an unresolved ticket, the
 * older stays and the other is resolved as merged.
 */
export async function followContact(
  ctx: WorkspaceCtx,
  tx: Tx,
  contacts: { readonly from: string; readonly into: string },
  joined: JoinedConversations,
): Promise<FollowedTickets> {
  const pairs = await tx.rows<{ from: string; into: string }>(pointedPairs, [ctx.workspaceId, joined.pointed]);
  const conversations = pairs.flatMap((pair) => [pair.from, pair.into]).sort();
  await lock(ctx, tx, conversations);
  const contact = await tx.rows<{ id: string }>(moveToContact, [ctx.workspaceId, contacts.from, contacts.into]);
  const unresolved = await tx.rows<Unresolved>(unresolvedOf, [ctx.workspaceId, conversations]);
  const of = new Map(unresolved.map((ticket) => [ticket.conversationId, ticket]));
  const moved: { id: string; from: string }[] = [];
  const resolved: { id: string; was: string }[] = [];
  for (const pair of pairs) {
    const [gone, kept] = [of.get(pair.from), of.get(pair.into)];
    if (gone === undefined) continue;
    const goneStays = kept === undefined || gone.openedAt < kept.openedAt;
    if (kept !== undefined) resolved.push(await resolveMerged(ctx, tx, goneStays ? kept.id : gone.id));
    if (!goneStays) continue;
    await tx.run(moveToConversation, [ctx.workspaceId, gone.id, pair.into]);
    moved.push({ id: gone.id, from: pair.from });
    await keepFloor(ctx, tx, gone.id);
  }
  return { contact: contact.map((row) => row.id), moved, resolved };
}

async function load(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<TicketFacts> {
  return (await tx.one<TicketFacts>(loadTickets, [ctx.workspaceId, [id]])) as TicketFacts; // found a moment ago, under lock
}

async function resolveMerged(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<{ id: string; was: string }> {
  const ticket = await load(ctx, tx, id);
  const now = ctx.clock.now();
  const before = stateOf(ticket);
  const after = { ...before, status: 'resolved' as const, resolvedAt: now, resolveReason: MERGED, snoozedUntil: null };
  await tx.run(changeTickets, [ctx.workspaceId, JSON.stringify([{ id, was: ticket.status, ...after }]), now]);
  const { conversationId, contactId } = ticket;
  await recordEvents(ctx, tx, [
    { ticketId: id, conversationId, contactId, kind: 'resolved', before, after, reason: MERGED },
  ]);
  return { id, was: ticket.status };
}

/** In its new conversation, too, people have the word where people had the ticket. */
async function keepFloor(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<void> {
  const ticket = await load(ctx, tx, id);
  const { conversationId, contactId } = ticket;
  if (ticket.status !== 'triage' && ticket.floor === 'bot')
    await giveFloor(ctx, tx, [conversationId], 'person', ctx.clock.now());
  await recordEvents(ctx, tx, [
    { ticketId: id, conversationId, contactId, kind: 'joined', after: stateOf(ticket), reason: MERGED },
  ]);
}
