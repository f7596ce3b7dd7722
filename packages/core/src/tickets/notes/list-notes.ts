import type { Note } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { type Agent, maySee, type Standing } from '../acting/types.ts';
import { findNames } from '../history/names.ts';
import { type NoteRow, presentNote } from '../history/present-note.ts';
import { getTicket } from '../inbox/get-ticket.ts';
import { NOTES_PAGE, notesOfTickets, ticketsOfConversation } from './rows.ts';

interface Listed extends Standing {
  readonly id: string;
}

/** The notes of a ticket, or of all tickets of a conversation that the caller may see; oldest first. */
export async function listNotes(
  ctx: WorkspaceCtx,
  tx: Tx,
  agent: Agent,
  of: { readonly ticketId?: string | undefined; readonly conversationId?: string | undefined },
  after?: string,
): Promise<{ notes: Note[]; next: string | null }> {
  const tickets = await ticketsToLookAt(ctx, tx, agent, of);
  const rows = await tx.rows<NoteRow>(notesOfTickets, [ctx.workspaceId, tickets, after ?? null]);
  const page = rows.slice(0, NOTES_PAGE);
  const names = await findNames(
    ctx,
    tx,
    page.flatMap((note) => note.mentions),
  );
  const next = rows.length > NOTES_PAGE ? (page.at(-1)?.id ?? null) : null;
  return { notes: page.map((note) => presentNote(note, names)), next };
}

async function ticketsToLookAt(
  ctx: WorkspaceCtx,
  tx: Tx,
  agent: Agent,
  of: { readonly ticketId?: string | undefined; readonly conversationId?: string | undefined },
): Promise<string[]> {
  if (of.ticketId !== undefined) return [(await getTicket(ctx, tx, agent, { ticketId: of.ticketId })).ticketId];
  const rows = await tx.rows<Listed>(ticketsOfConversation, [ctx.workspaceId, of.conversationId]);
  return rows.filter((ticket) => maySee(agent, ticket)).map((ticket) => ticket.id);
}
