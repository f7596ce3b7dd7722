import type { TicketStatus } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { giveFloor, PHONE_APP_HOLDS_MS } from '../../conversations/index.ts';
import { record } from '../../ledger/index.ts';
import { takeIn as takeInRows } from './rows.ts';

interface TakenIn {
  readonly conversationId: string;
  readonly eventId: string;
  readonly ticketId: string;
  readonly contactId: string;
  readonly status: TicketStatus;
  readonly assigneeId: string | null;
  readonly kind: 'opened' | 'woken' | 'reopened';
}

/**
 * Customers wrote in these conversations a moment ago, in this transaction: each has a ticket afterwards. A reopened one that people had
 * is theirs again, and the bot is silent.
 */
export async function takeIn(ctx: WorkspaceCtx, tx: Tx, conversationIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(conversationIds)].sort(); // one order for all who lock rows
  if (ids.length === 0) return;
  const now = ctx.clock.now();
  const input = ids.map((conversationId) => ({
    conversationId,
    ticketId: ctx.ids.uuid(),
    eventId: ctx.ids.uuid(),
  }));
  const told = await tx.rows<TakenIn>(takeInRows, [
    ctx.workspaceId,
    JSON.stringify(input),
    now,
    new Date(now.getTime() - PHONE_APP_HOLDS_MS),
  ]);
  await record(
    tx,
    ctx,
    told.map(({ kind, conversationId, contactId, ticketId, eventId, status, assigneeId }) => ({
      type: `ticket.${kind}`,
      conversationId,
      contactId,
      data: { ticketId, eventId, status, assigneeId },
      actor: { kind: 'customer', id: contactId },
    })),
  );
  const ofPeople = told.filter((one) => one.kind === 'reopened' && one.status !== 'triage');
  await giveFloor(
    ctx,
    tx,
    ofPeople.map((one) => one.conversationId),
    'person',
    now,
  );
}
