import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { standing } from '../merging/join-contacts.ts';
import { addOne, type ContactNote, deleteOwn, editOwn, isThere, listOfContact } from './note-rows.ts';

export type { ContactNote } from './note-rows.ts';

export const listContactNotes = (
  tx: Tx,
  contactIds: readonly string[],
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<ContactNote[]> => tx.rows<ContactNote>(listOfContact, [contactIds, page.before ?? null, page.limit]);

export async function addContactNote(tx: Tx, ctx: WorkspaceCtx, contactId: string, text: string): Promise<ContactNote> {
  const id = await standing(tx, contactId);
  const { kind, id: actorId = null } = ctx.actor;
  const params = [ctx.workspaceId, ctx.ids.uuid(), id, text, kind, actorId, ctx.clock.now()];
  const note = await tx.one<ContactNote>(addOne, params);
  if (note === undefined) throw new Fault('internal', 'a note that was just written is not there');
  await record(tx, ctx, [{ type: 'contact.note_added', contactId: id, data: { noteId: note.id } }]);
  return note;
}

/** Only its author's: somebody else's is refused, not overwritten. */
export async function editContactNote(tx: Tx, ctx: WorkspaceCtx, noteId: string, text: string): Promise<ContactNote> {
  const { kind, id: actorId = null } = ctx.actor;
  const note = await tx.one<ContactNote>(editOwn, [noteId, text, ctx.clock.now(), kind, actorId]);
  if (note === undefined) return await refuse(tx, noteId);
  await record(tx, ctx, [{ type: 'contact.note_changed', contactId: note.contactId, data: { noteId } }]);
  return note;
}

export async function deleteContactNote(tx: Tx, ctx: WorkspaceCtx, noteId: string): Promise<void> {
  const { kind, id: actorId = null } = ctx.actor;
  const note = await tx.one<ContactNote>(deleteOwn, [noteId, kind, actorId]);
  if (note === undefined) return await refuse(tx, noteId);
  await record(tx, ctx, [{ type: 'contact.note_deleted', contactId: note.contactId, data: { noteId } }]);
}

async function refuse(tx: Tx, noteId: string): Promise<never> {
  if ((await tx.one(isThere, [noteId])) === undefined) throw new Fault('not_found', 'there is no such note');
  throw new Fault('forbidden', 'only whoever wrote a note may change it');
}
