import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { findDepartments } from '../../departments/index.ts';
import { actOn } from './act-on.ts';
import { theHouse } from './types.ts';

/** A talk that the bot had goes to people; `department` by its name, as flows write it. */
export interface BotHandoff {
  readonly conversationId: string;
  readonly department?: string | undefined;
}

// Index: tickets_of_open_conversation.
const inTriage = sql(
  'tickets/in-triage',
  `select t.id, t.conversation_id as "conversationId" from unnest($2::uuid[]) as k(id)
   cross join lateral (
     select id, conversation_id from tickets
     where workspace_id = $1 and conversation_id = k.id and status <> 'resolved' limit 1) t`,
);

/** The tickets of these conversations, which the caller has under lock, wait for a person from now on. A name of no department sends to none. */
export async function handToPeople(ctx: WorkspaceCtx, tx: Tx, handoffs: readonly BotHandoff[]): Promise<void> {
  if (handoffs.length === 0) return;
  const names = handoffs.flatMap(({ department }) => department ?? []);
  const departmentOf = await findDepartments(ctx, tx, names);
  const conversations = handoffs.map((handoff) => handoff.conversationId);
  const tickets = await tx.rows<{ id: string; conversationId: string }>(inTriage, [ctx.workspaceId, conversations]);
  const wanted = new Map(handoffs.map(({ conversationId, department }) => [conversationId, department]));
  const byDepartment = Map.groupBy(tickets, ({ conversationId }) => {
    const name = wanted.get(conversationId);
    return name === undefined ? undefined : departmentOf(name);
  });
  for (const [departmentId, those] of byDepartment) {
    const ids = those.map((ticket) => ticket.id);
    await actOn(ctx, tx, theHouse, ids, { do: 'hand-off', departmentId });
  }
}
