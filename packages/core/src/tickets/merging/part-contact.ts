import type { TicketStatus } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { type JoinedConversations, lock } from '../../conversations/index.ts';
import { stateOf } from '../acting/plan-change.ts';
import { changeTickets, loadTickets } from '../acting/rows.ts';
import type { TicketFacts } from '../acting/types.ts';
import { recordEvents } from '../history/record-events.ts';
import { type FollowedTickets, MERGED } from './follow-contact.ts';
import { giveBackToContact, moveToConversation } from './rows.ts';

/** After `partConversations`: the merge was a mistake, and every ticket goes back to whose it was; what the merge resolved is there again. */
export async function partContact(
  ctx: WorkspaceCtx,
  tx: Tx,
  restoredContactId: string,
  followed: FollowedTickets,
  joined: JoinedConversations,
): Promise<void> {
  const conversations = [...joined.moved, ...joined.pointed].sort();
  const back = followed.moved.map((one) => one.from);
  await lock(ctx, tx, [...new Set([...conversations, ...back])].sort());
  await tx.run(giveBackToContact, [ctx.workspaceId, restoredContactId, followed.contact, conversations]);
  for (const { id, from } of followed.moved) {
    const moved = await tx.run(moveToConversation, [ctx.workspaceId, id, from]);
    if (moved > 0) await tell(ctx, tx, id);
  }
  for (const { id, was } of followed.resolved) await reopenMerged(ctx, tx, id, was as TicketStatus); // as followContact kept it
}

async function tell(ctx: WorkspaceCtx, tx: Tx, id: string): Promise<void> {
  const ticket = await tx.one<TicketFacts>(loadTickets, [ctx.workspaceId, [id]]);
  if (ticket === undefined) return;
  const { conversationId, contactId } = ticket;
  await recordEvents(ctx, tx, [{ ticketId: id, conversationId, contactId, kind: 'parted', after: stateOf(ticket) }]);
}

/** Unless somebody has done something with it since, or the conversation has another. */
async function reopenMerged(ctx: WorkspaceCtx, tx: Tx, id: string, was: TicketStatus): Promise<void> {
  const ticket = await tx.one<TicketFacts>(loadTickets, [ctx.workspaceId, [id]]);
  if (ticket === undefined || ticket.status !== 'resolved' || ticket.resolveReason !== MERGED || ticket.hasOther)
    return;
  const before = stateOf(ticket);
  // A snoozed one lost its time: it comes back at once.
  const status = was !== 'snoozed' ? was : ticket.assigneeId === null ? 'queued' : 'open';
  const after = { ...before, status, resolvedAt: null, resolveReason: null };
  const now = ctx.clock.now();
  await tx.run(changeTickets, [ctx.workspaceId, JSON.stringify([{ id, was: 'resolved', ...after }]), now]);
  const { conversationId, contactId } = ticket;
  await recordEvents(ctx, tx, [{ ticketId: id, conversationId, contactId, kind: 'parted', before, after }]);
}
