import type { TicketPriority } from '@balcao/contract';
import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { findDepartments } from '../../departments/index.ts';
import { priorityNumber } from '../inbox/priorities.ts';
import { actOn } from './act-on.ts';
import { theHouse } from './types.ts';

/** A talk that the bot had goes to people; `department` by its name, as flows write it, or by its id. */
export interface BotHandoff {
  readonly conversationId: string;
  readonly department?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly priority?: TicketPriority | undefined;
  /** What they should know: shown in the ticket's history. */
  readonly reason?: string | undefined;
}

// Index: tickets_of_open_conversation.
const inTriage = sql(
  'tickets/in-triage',
  `select t.id, t.conversation_id as "conversationId" from unnest($2::uuid[]) as k(id)
   cross join lateral (
     select id, conversation_id from tickets
     where workspace_id = $1 and conversation_id = k.id and status <> 'resolved' limit 1) t`,
);
// Primary key.
const openDepartments = sql(
  'tickets/open-departments',
  'select id from departments where workspace_id = $1 and id = any($2::uuid[]) and archived_at is null',
);

/**
 * The tickets of these conversations, which the caller has under lock, wait for a person from now on. A department that is not there
 * (any more) sends to none. Gives back the ticket of each conversation.
 */
export async function handToPeople(
  ctx: WorkspaceCtx,
  tx: Tx,
  handoffs: readonly BotHandoff[],
): Promise<ReadonlyMap<string, string>> {
  if (handoffs.length === 0) return new Map();
  const placeOf = await placesOf(ctx, tx, handoffs);
  const conversations = handoffs.map((handoff) => handoff.conversationId);
  const tickets = await tx.rows<{ id: string; conversationId: string }>(inTriage, [ctx.workspaceId, conversations]);
  const wanted = new Map(handoffs.map((handoff) => [handoff.conversationId, handoff]));
  for (const { id, conversationId } of tickets) {
    const handoff = wanted.get(conversationId) as BotHandoff; // asked for by these very ids
    const { priority, reason } = handoff;
    if (priority !== undefined)
      await actOn(ctx, tx, theHouse, [id], { do: 'set-priority', priority: priorityNumber(priority) });
    await actOn(ctx, tx, theHouse, [id], { do: 'hand-off', departmentId: placeOf(handoff), reason });
  }
  return new Map(tickets.map((ticket) => [ticket.conversationId, ticket.id]));
}

async function placesOf(ctx: WorkspaceCtx, tx: Tx, handoffs: readonly BotHandoff[]) {
  const byName = await findDepartments(
    ctx,
    tx,
    handoffs.flatMap(({ department }) => department ?? []),
  );
  const ids = handoffs.flatMap(({ departmentId }) => departmentId ?? []);
  const rows = ids.length === 0 ? [] : await tx.rows<{ id: string }>(openDepartments, [ctx.workspaceId, ids]);
  const open = new Set(rows.map((row) => row.id));
  return ({ department, departmentId }: BotHandoff): string | undefined =>
    (department === undefined ? undefined : byName(department)) ??
    (departmentId !== undefined && open.has(departmentId) ? departmentId : undefined);
}
