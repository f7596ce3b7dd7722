import type { Note } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { Agent } from '../acting/types.ts';
import { findNames } from '../history/names.ts';
import { type NoteRow, presentNote } from '../history/present-note.ts';
import { recordEvents } from '../history/record-events.ts';
import { getTicket } from '../inbox/get-ticket.ts';
import { checkMentions } from './check-mentions.ts';
import { changeNote, ownNote } from './rows.ts';

export interface NoteEdit {
  readonly noteId: string;
  readonly text: string;
  readonly mentions: readonly string[];
}

/** One's own only. Told are those who are mentioned now and were not before. */
export async function editNote(ctx: WorkspaceCtx, tx: Tx, agent: Agent, input: NoteEdit): Promise<Note> {
  const found = await tx.one<NoteRow>(ownNote, [ctx.workspaceId, input.noteId, agent.memberId]);
  if (found === undefined) throw new Fault('not_found', 'there is no such note of yours');
  const ticket = await getTicket(ctx, tx, agent, { ticketId: found.ticketId });
  const mentions = [...new Set(input.mentions)];
  const fresh = mentions.filter((id) => !found.mentions.includes(id));
  await checkMentions(ctx, tx, ticket, fresh);
  const params = [ctx.workspaceId, input.noteId, input.text, mentions, ctx.clock.now()];
  const row = (await tx.one<NoteRow>(changeNote, params)) ?? found;
  const { ticketId, conversationId, contactId } = ticket;
  const more = { noteId: input.noteId, mentions: fresh };
  await recordEvents(ctx, tx, [{ ticketId, conversationId, contactId, kind: 'note_edited', more }]);
  return presentNote(row, await findNames(ctx, tx, mentions));
}
