import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { openPlace } from '../../departments/index.ts';
import { recordEvents } from '../history/record-events.ts';
import type { TicketState } from './types.ts';

interface Moved extends TicketState {
  readonly id: string;
  readonly conversationId: string;
  readonly contactId: string;
}

// Index: tickets_inbox, looked through: rare, and bounded by what is not resolved.
const toMove = sql(
  'tickets/to-move',
  `select id, conversation_id as "conversationId", contact_id as "contactId", status, priority, subject,
     department_id as "departmentId", queue_id as "queueId", team_id as "teamId", assignee_id as "assigneeId", tag_ids as "tagIds",
     queued_at as "queuedAt", assigned_at as "assignedAt", snoozed_until as "snoozedUntil", resolved_at as "resolvedAt",
     resolve_reason as "resolveReason", reopened
   from tickets
   where workspace_id = $1 and status <> 'resolved' and (department_id = $2 or queue_id = $3 or team_id = $4)
   order by conversation_id for no key update`,
);
const move = sql(
  'tickets/move',
  `update tickets set department_id = case when $3::uuid is null then department_id else $3 end,
     queue_id = case when $4 then null else queue_id end, team_id = case when $5 then null else team_id end, updated_at = $6
   where workspace_id = $1 and id = any($2::uuid[])`,
);

/** A place that is no more; of a department, where its tickets go. */
export type LeftPlace =
  | { readonly departmentId: string; readonly moveTo: string | null }
  | { readonly queueId: string }
  | { readonly teamId: string };

/** The unresolved tickets of an archived place leave it; of a department with nowhere to go they stay, and are still seen. Returns how many. */
export async function leavePlace(ctx: WorkspaceCtx, tx: Tx, place: LeftPlace): Promise<number> {
  const moveTo = 'departmentId' in place ? place.moveTo : null;
  if ('departmentId' in place && moveTo === null) return 0;
  if (moveTo !== null) await openPlace(ctx, tx, { departmentId: moveTo });
  const tickets = await tx.rows<Moved>(toMove, [
    ctx.workspaceId,
    'departmentId' in place ? place.departmentId : null,
    'queueId' in place ? place.queueId : null,
    'teamId' in place ? place.teamId : null,
  ]);
  const ofTeam = 'teamId' in place;
  const ids = tickets.map((ticket) => ticket.id);
  await tx.run(move, [ctx.workspaceId, ids, moveTo, !ofTeam, ofTeam, ctx.clock.now()]);
  await recordEvents(
    ctx,
    tx,
    tickets.map(({ id, conversationId, contactId, ...before }) => ({
      ticketId: id,
      conversationId,
      contactId,
      kind: 'transferred',
      before,
      after: {
        ...before,
        departmentId: moveTo ?? before.departmentId,
        ...(ofTeam ? { teamId: null } : { queueId: null }),
      },
    })),
  );
  return tickets.length;
}
