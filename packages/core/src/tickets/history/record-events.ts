import type { TicketEventKind } from '@balcao/contract';
import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import type { TicketState } from '../acting/types.ts';

/** Something happened to a ticket. */
export interface TicketChange {
  readonly ticketId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly kind: TicketEventKind;
  readonly before?: TicketState | undefined;
  readonly after?: TicketState | undefined;
  readonly reason?: string | undefined;
  /** More ids for whoever is told of it: `mentions` of a note. */
  readonly more?: Readonly<Record<string, string | readonly string[] | null>> | undefined;
}

const insert = sql(
  'tickets/record-events',
  `insert into ticket_events (workspace_id, id, ticket_id, at, kind, actor_kind, actor_id, status, data, reason, subject)
   select $1, x.id, x."ticketId", $3, x.kind, $4, $5, x.status, x.data, x.reason, x.subject
   from json_to_recordset($2::json) as x(id uuid, "ticketId" uuid, kind text, status text, data jsonb, reason text, subject text)`,
);

/** The history of a ticket, and the same without texts in the ledger, for the audit and for screens. */
export async function recordEvents(ctx: WorkspaceCtx, tx: Tx, changes: readonly TicketChange[]): Promise<void> {
  if (changes.length === 0) return;
  const told = changes.map((change) => ({ id: ctx.ids.uuid(), ...change }));
  const rows = told.map(({ id, ticketId, kind, after, reason, ...change }) => ({
    id,
    ticketId,
    kind,
    status: after?.status ?? null,
    data: dataOf({ kind, after, ...change }),
    reason: reason ?? null,
    subject: kind === 'subject_set' ? (after?.subject ?? null) : null,
  }));
  const { kind: actorKind, id: actorId } = ctx.actor;
  await tx.run(insert, [ctx.workspaceId, JSON.stringify(rows), ctx.clock.now(), actorKind, actorId ?? null]);
  await record(
    tx,
    ctx,
    told.map(({ id, ticketId, conversationId, contactId, kind, before, after, more }) => ({
      type: kind.startsWith('note_') ? `note.${kind.slice(5)}` : `ticket.${kind}`,
      conversationId,
      contactId,
      data: {
        ticketId,
        eventId: id,
        ...(after === undefined
          ? {}
          : {
              status: after.status,
              departmentId: after.departmentId,
              teamId: after.teamId,
              assigneeId: after.assigneeId,
            }),
        ...(before === undefined
          ? {}
          : {
              was: before.status,
              wasDepartmentId: before.departmentId,
              wasTeamId: before.teamId,
              wasAssigneeId: before.assigneeId,
            }),
        ...more,
      },
    })),
  );
}

const placeOf = ({ departmentId, queueId, teamId, assigneeId }: TicketState) => ({
  departmentId,
  queueId,
  teamId,
  assigneeId,
});

/** What a line of the history has to say beyond its kind; ids only, names are looked up when it is read. */
function dataOf({ kind, before, after, more }: Pick<TicketChange, 'kind' | 'before' | 'after' | 'more'>): object {
  const moved = before !== undefined &&
    after !== undefined &&
    JSON.stringify(placeOf(before)) !== JSON.stringify(placeOf(after)) && { from: placeOf(before), to: placeOf(after) };
  return {
    ...(moved === false ? {} : moved),
    ...(kind === 'priority_set' ? { priority: after?.priority } : {}),
    ...(kind === 'tags_set' ? { tagIds: after?.tagIds } : {}),
    ...(kind === 'snoozed' ? { until: after?.snoozedUntil } : {}),
    ...more,
  };
}
