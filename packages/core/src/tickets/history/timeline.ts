import type { TicketEvent, TicketEventKind, TicketStatus } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { priorityName } from '../inbox/priorities.ts';
import { findNames, type Names } from './names.ts';
import { presentNote } from './present-note.ts';
import { eventsById, eventsOfTicket, HISTORY_PAGE } from './rows.ts';

interface PlaceIds {
  readonly departmentId: string | null;
  readonly queueId: string | null;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
}

interface EventRow {
  readonly id: string;
  readonly ticketId: string;
  readonly at: Date;
  readonly kind: TicketEventKind;
  readonly actorKind: TicketEvent['by']['kind'];
  readonly actorId: string | null;
  readonly status: TicketStatus | null;
  readonly data: {
    readonly from?: PlaceIds;
    readonly to?: PlaceIds;
    readonly priority?: number;
    readonly tagIds?: string[];
    readonly until?: string;
  };
  readonly reason: string | null;
  readonly subject: string | null;
  readonly noteId: string | null;
  readonly noteMemberId: string | null;
  readonly noteText: string | null;
  readonly noteMentions: string[] | null;
  readonly noteCreatedAt: Date;
  readonly noteEditedAt: Date | null;
  readonly noteDeletedAt: Date | null;
}

/** Everything that happened to a ticket, oldest first, names resolved as they are today. */
export async function timeline(
  ctx: WorkspaceCtx,
  tx: Tx,
  ticketId: string,
  after?: string,
): Promise<{ events: TicketEvent[]; next: string | null }> {
  const rows = await tx.rows<EventRow>(eventsOfTicket, [ctx.workspaceId, ticketId, after ?? null]);
  const page = rows.slice(0, HISTORY_PAGE);
  const next = rows.length > HISTORY_PAGE ? (page.at(-1)?.id ?? null) : null;
  return { events: await present(ctx, tx, page), next };
}

/** Single lines of histories by their ids, as the ledger names them (`eventId`): for screens that watch a ticket. */
export async function timelineEntries(ctx: WorkspaceCtx, tx: Tx, eventIds: readonly string[]): Promise<TicketEvent[]> {
  if (eventIds.length === 0) return [];
  return await present(ctx, tx, await tx.rows<EventRow>(eventsById, [ctx.workspaceId, eventIds]));
}

async function present(ctx: WorkspaceCtx, tx: Tx, rows: readonly EventRow[]): Promise<TicketEvent[]> {
  const names = await findNames(ctx, tx, rows.flatMap(idsIn));
  return rows.map((row) => presentEvent(row, names));
}

const idsIn = ({ actorKind, actorId, data, noteMentions }: EventRow): (string | null)[] => [
  ...(actorKind === 'person' || actorKind === 'api_key' ? [actorId] : []),
  ...[data.from, data.to].flatMap((place) =>
    place === undefined ? [] : [place.departmentId, place.queueId, place.teamId, place.assigneeId],
  ),
  ...(data.tagIds ?? []),
  ...(noteMentions ?? []),
];

function presentEvent(row: EventRow, names: Names): TicketEvent {
  const { data } = row;
  return {
    id: row.id,
    ticketId: row.ticketId,
    at: row.at.toISOString(),
    kind: row.kind,
    by: authorOf(row, names),
    status: row.status,
    from: placeOf(data.from, names),
    to: placeOf(data.to, names),
    reason: row.reason,
    priority: data.priority === undefined ? null : priorityName(data.priority),
    subject: row.subject,
    tags: data.tagIds?.flatMap((id) => names(id) ?? []) ?? null,
    until: data.until === undefined ? null : new Date(data.until).toISOString(),
    note: noteOf(row, names),
  };
}

function authorOf({ actorKind, actorId }: EventRow, names: Names): TicketEvent['by'] {
  const name = actorKind === 'person' || actorKind === 'api_key' ? names(actorId)?.name : undefined;
  return { kind: actorKind, id: actorId, name: name === undefined || name === '' ? null : name };
}

function placeOf(place: PlaceIds | undefined, names: Names): TicketEvent['from'] {
  if (place === undefined) return null;
  return {
    department: names(place.departmentId),
    queue: names(place.queueId),
    team: names(place.teamId),
    assignee: names(place.assigneeId),
  };
}

function noteOf(row: EventRow, names: Names): TicketEvent['note'] {
  if (row.noteId === null) return null;
  return presentNote(
    {
      id: row.noteId,
      ticketId: row.ticketId,
      memberId: row.noteMemberId,
      text: row.noteText,
      mentions: row.noteMentions ?? [],
      createdAt: row.noteCreatedAt,
      editedAt: row.noteEditedAt,
      deletedAt: row.noteDeletedAt,
    },
    names,
  );
}
