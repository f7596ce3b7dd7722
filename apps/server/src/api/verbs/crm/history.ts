import {
  addContactNote,
  allIdsOf,
  deleteContactNote,
  editContactNote,
  type HistoryEntry,
  listContactNotes,
  listOptIns,
  readHistory,
  setOptIn,
} from '@balcao/core/contacts';
import { Fault } from '@balcao/kernel';
import { eyesOf } from '../eyes-of.ts';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { presentNote, presentOptIn } from './present-contact.ts';

type Entry = Awaited<ReturnType<Verbs['contacts.history']>>['entries'][number];

const presentEntry = ({ actorKind, actorId, at, kind, ...shown }: HistoryEntry): Entry => ({
  ...shown,
  kind: kind as Entry['kind'], // the statement names no other
  at: time(at),
  actor: actorKind === null ? null : { kind: actorKind, id: actorId },
});

const cursorOf = ({ at, id }: HistoryEntry): string => `${at.getTime()}_${id}`;

function readCursor(text: string): [Date, string] {
  const found = /^(\d{1,15})_([0-9a-f-]{36}:[a-z_]+)$/.exec(text);
  if (found === null) throw new Fault('invalid_input', 'the cursor is not one that this list gave');
  return [new Date(Number(found[1])), found[2] ?? ''];
}

const lastOf = <T extends { readonly id: string }>(rows: readonly T[], limit: number): string | null =>
  rows.length < limit ? null : (rows.at(-1)?.id ?? null);

type Named =
  | 'contacts.history'
  | 'contacts.set-opt-in'
  | 'contacts.opt-ins'
  | 'contact-notes.list'
  | 'contact-notes.add'
  | 'contact-notes.edit'
  | 'contact-notes.delete';

export const contactHistoryVerbs: Pick<Verbs, Named> = {
  'contacts.history': async (caller, tx, { id, before, limit }) => {
    const page = { before: before === undefined ? undefined : readCursor(before), limit };
    const entries = await readHistory(tx, await allIdsOf(tx, id), eyesOf(caller), page);
    const last = entries.length < limit ? undefined : entries.at(-1);
    return { entries: entries.map(presentEntry), next: last === undefined ? null : cursorOf(last) };
  },
  'contacts.set-opt-in': async ({ ctx }, tx, { id, at, ...given }) => ({
    optIn: presentOptIn(await setOptIn(tx, ctx, id, { ...given, at: at === undefined ? undefined : new Date(at) })),
  }),
  'contacts.opt-ins': async (_caller, tx, { id, before, limit }) => {
    const optIns = await listOptIns(tx, await allIdsOf(tx, id), { before, limit });
    return { optIns: optIns.map(presentOptIn), next: lastOf(optIns, limit) };
  },
  'contact-notes.list': async (_caller, tx, { contactId, before, limit }) => {
    const notes = await listContactNotes(tx, await allIdsOf(tx, contactId), { before, limit });
    return { notes: notes.map(presentNote), next: lastOf(notes, limit) };
  },
  'contact-notes.add': async ({ ctx }, tx, { contactId, text }) => ({
    note: presentNote(await addContactNote(tx, ctx, contactId, text)),
  }),
  'contact-notes.edit': async ({ ctx }, tx, { noteId, text }) => ({
    note: presentNote(await editContactNote(tx, ctx, noteId, text)),
  }),
  'contact-notes.delete': async ({ ctx }, tx, { noteId }) => {
    await deleteContactNote(tx, ctx, noteId);
    return { changed: true };
  },
};
