import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { Agent } from '../acting/types.ts';
import type { NoteRow } from '../history/present-note.ts';
import { recordEvents } from '../history/record-events.ts';
import { getTicket } from '../inbox/get-ticket.ts';
import { dropNote, ownNote } from './rows.ts';

/** One's own only. Its text goes; the history keeps that there was one. */
export async function deleteNote(ctx: WorkspaceCtx, tx: Tx, agent: Agent, noteId: string): Promise<void> {
  const found = await tx.one<NoteRow>(ownNote, [ctx.workspaceId, noteId, agent.memberId]);
  if (found === undefined) throw new Fault('not_found', 'there is no such note of yours');
  const ticket = await getTicket(ctx, tx, agent, { ticketId: found.ticketId });
  await tx.run(dropNote, [ctx.workspaceId, noteId, ctx.clock.now()]);
  const { ticketId, conversationId, contactId } = ticket;
  await recordEvents(ctx, tx, [{ ticketId, conversationId, contactId, kind: 'note_deleted', more: { noteId } }]);
}
