import type { TicketDetail } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import type { Agent } from '../acting/types.ts';
import { type ItemRow, presentDetail } from './present-item.ts';
import { itemsOfContact, PAGE } from './rows.ts';

/** The tickets of a contact and of those merged into it, newest first. */
export async function ticketsOfContact(
  ctx: WorkspaceCtx,
  tx: Tx,
  { memberId, sees }: Pick<Agent, 'memberId' | 'sees'>,
  contactIds: readonly string[],
  before?: string,
): Promise<{ tickets: TicketDetail[]; next: string | null }> {
  const params = [ctx.workspaceId, contactIds, sees === 'all' ? null : sees, memberId, before ?? null];
  const rows = await tx.rows<ItemRow>(itemsOfContact, params);
  const page = rows.slice(0, PAGE);
  return { tickets: page.map(presentDetail), next: rows.length > PAGE ? (page.at(-1)?.ticketId ?? null) : null };
}
