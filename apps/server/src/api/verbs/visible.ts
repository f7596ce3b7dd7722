import { findPlace, type ThreadPlace } from '@balcao/core/messages';
import { sql, type Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { Caller } from '../api-parts.ts';

/** By the conversation's newest ticket: of the caller's departments, of none, or their own. Without a ticket everybody sees it. */
export function maySee({ by, sees }: Caller, place: Pick<ThreadPlace, 'departmentId' | 'assigneeId'>): boolean {
  if (sees === 'all' || place.departmentId === null) return true;
  return sees.includes(place.departmentId) || (by.kind === 'member' && place.assigneeId === by.id);
}

/** The conversation that answers for this id. One that the caller may not see is not there. */
export async function visiblePlace(caller: Caller, tx: Tx, conversationId: string): Promise<ThreadPlace> {
  const place = await findPlace(caller.ctx, tx, conversationId);
  if (!maySee(caller, place)) throw new Fault('not_found', `there is no conversation "${conversationId}"`);
  return place;
}

// Primary key, then index tickets_of_conversation.
const placesOf = sql(
  'verbs/places-of-conversations',
  `select c.id, t.department_id as "departmentId", t.assignee_id as "assigneeId"
   from unnest($2::uuid[]) as x(id)
   cross join lateral (select id, coalesce(merged_into, id) as kept from conversations where workspace_id = $1 and id = x.id limit 1) c
   left join lateral (
     select department_id, assignee_id from tickets
     where workspace_id = $1 and conversation_id = c.kept order by id desc limit 1) t on true`,
);

/** Those of the conversations that the caller may see. */
export async function visibleOf(caller: Caller, tx: Tx, conversationIds: readonly string[]): Promise<string[]> {
  if (caller.sees === 'all') return [...conversationIds];
  type Row = { id: string; departmentId: string | null; assigneeId: string | null };
  const rows = await tx.rows<Row>(placesOf, [caller.ctx.workspaceId, conversationIds]);
  return rows.filter((row) => maySee(caller, row)).map((row) => row.id);
}
