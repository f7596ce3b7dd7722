import type { Note } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { Agent } from '../acting/types.ts';
import { findNames } from '../history/names.ts';
import { type NoteRow, presentNote } from '../history/present-note.ts';
import { recordEvents } from '../history/record-events.ts';
import { getTicket } from '../inbox/get-ticket.ts';
import { checkMentions } from './check-mentions.ts';
import { insertNote } from './rows.ts';

export interface NewNote {
  readonly ticketId: string;
  readonly text: string;
  readonly mentions: readonly string[];
}

/** A note that only the team sees. The ledger tells whom it mentions. */
export async function addNote(ctx: WorkspaceCtx, tx: Tx, agent: Agent, input: NewNote): Promise<Note> {
  const ticket = await getTicket(ctx, tx, agent, { ticketId: input.ticketId });
  const mentions = [...new Set(input.mentions)];
  await checkMentions(ctx, tx, ticket, mentions);
  const noteId = ctx.ids.uuid();
  const values = [input.ticketId, agent.memberId, input.text, mentions, ctx.clock.now()];
  const row = await tx.one<NoteRow>(insertNote, [ctx.workspaceId, noteId, ...values]);
  if (row === undefined) throw new Fault('internal', 'a note was inserted and none came back');
  const { ticketId, conversationId, contactId } = ticket;
  await recordEvents(ctx, tx, [
    { ticketId, conversationId, contactId, kind: 'note_added', more: { noteId, mentions } },
  ]);
  return presentNote(row, await findNames(ctx, tx, mentions));
}
