import type { TicketDetail } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { get } from '../../conversations/index.ts';
import { type Agent, maySee } from '../acting/types.ts';
import { type ItemRow, presentDetail } from './present-item.ts';
import { itemByProtocol, itemsById, itemsOfConversations } from './rows.ts';

/** Exactly one of them. */
export interface TicketKey {
  readonly ticketId?: string | undefined;
  readonly protocol?: string | undefined;
  readonly conversationId?: string | undefined;
}

/** One ticket, for whoever may see it; for all others there is none. */
export async function getTicket(
  ctx: WorkspaceCtx,
  tx: Tx,
  agent: Pick<Agent, 'memberId' | 'sees'>,
  key: TicketKey,
): Promise<TicketDetail> {
  const row = await find(ctx, tx, key);
  if (row === undefined || !maySee(agent, row)) throw new Fault('not_found', 'there is no such ticket');
  return presentDetail(row);
}

async function find(ctx: WorkspaceCtx, tx: Tx, key: TicketKey): Promise<ItemRow | undefined> {
  if (key.ticketId !== undefined) return await tx.one<ItemRow>(itemsById, [ctx.workspaceId, [key.ticketId]]);
  if (key.protocol !== undefined) return await tx.one<ItemRow>(itemByProtocol, [ctx.workspaceId, key.protocol]);
  const { id } = await get(ctx, tx, key.conversationId ?? '');
  return await tx.one<ItemRow>(itemsOfConversations, [ctx.workspaceId, [id]]);
}
