import { findPlace, type ThreadPlace } from '@balcao/core/messages';
import { maySee as maySeeTicket, type Standing } from '@balcao/core/tickets';
import { sql, type Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { Caller } from '../api-parts.ts';
import { agentOf } from './agent.ts';

/** By the conversation's ticket: the one not resolved, or else the newest. Without a ticket everybody sees it. */
const maySee = (caller: Caller, place: Standing): boolean => maySeeTicket(agentOf(caller), place);

/** The conversation that answers for this id. One that the caller may not see is not there. */
export async function visiblePlace(caller: Caller, tx: Tx, conversationId: string): Promise<ThreadPlace> {
  const place = await findPlace(caller.ctx, tx, conversationId);
  if (!maySee(caller, place)) throw new Fault('not_found', 'there is no such conversation');
  return place;
}

// Primary key, then index tickets_of_conversation.
const placesOf = sql(
  'verbs/places-of-conversations',
  `select c.id, t.department_id as "departmentId", t.team_id as "teamId", t.assignee_id as "assigneeId"
   from unnest($2::uuid[]) as x(id)
   cross join lateral (select id, coalesce(merged_into, id) as kept from conversations where workspace_id = $1 and id = x.id limit 1) c
   left join lateral (
     select department_id, team_id, assignee_id from tickets
     where workspace_id = $1 and conversation_id = c.kept order by (status <> 'resolved') desc, id desc limit 1) t on true`,
);

/** Those of the conversations that the caller may see. */
export async function visibleOf(caller: Caller, tx: Tx, conversationIds: readonly string[]): Promise<string[]> {
  if (caller.sees === 'all') return [...conversationIds];
  const rows = await tx.rows<Standing & { id: string }>(placesOf, [caller.ctx.workspaceId, conversationIds]);
  return rows.filter((row) => maySee(caller, row)).map((row) => row.id);
}
