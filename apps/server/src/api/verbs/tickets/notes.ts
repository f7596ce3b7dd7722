import { addNote, deleteNote, editNote, listNotes } from '@balcao/core/tickets';
import { agentOf } from '../agent.ts';
import type { Verbs } from '../verb.ts';

export const noteVerbs: Pick<Verbs, 'notes.list' | 'notes.add' | 'notes.edit' | 'notes.delete'> = {
  'notes.list': async (caller, tx, { ticketId, conversationId, after }) =>
    await listNotes(caller.ctx, tx, agentOf(caller), { ticketId, conversationId }, after),
  'notes.add': async (caller, tx, input) => ({ note: await addNote(caller.ctx, tx, agentOf(caller), input) }),
  'notes.edit': async (caller, tx, input) => ({ note: await editNote(caller.ctx, tx, agentOf(caller), input) }),
  'notes.delete': async (caller, tx, { noteId }) => {
    await deleteNote(caller.ctx, tx, agentOf(caller), noteId);
    return { deleted: true };
  },
};
